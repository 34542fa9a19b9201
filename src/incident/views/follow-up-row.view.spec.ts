import { describe, expect, it } from '@jest/globals';
import {
  completed,
  finding,
  followUp,
  followUpAdded,
  lastWeek,
  nextWeek,
  overdueCleared,
  overdueRaised,
  reopened,
} from '../../../test/support/given-after.js';
import { byGrace, declared, grace, incidentId } from '../../../test/support/given-incident.js';
import { happened } from '../../../test/support/given.js';
import type { IncidentEvent } from '../domain/events.js';
import { followUpRows } from './follow-up-row.view.js';

const columnsAfter = (...events: IncidentEvent[]) =>
  followUpRows(
    events.map((event, index) => happened({ ...event, ...byGrace }, index + 2)),
    incidentId,
  ).map(({ table, id, columns }) => {
    expect([table, id]).toEqual(['follow_ups', followUp]);
    return columns;
  });
const bare = {
  ...{ title: 'Limit the WAF', description: null, kind: 'PREVENT', owner: null, team: null },
  ...{ due_at: 'infinity', finding: null },
  ...{ ticket_system: null, ticket_key: null, ticket_url: null },
};

describe('the row of a follow-up', () => {
  it('is written when it is added, by whoever acted', () => {
    expect(columnsAfter(followUpAdded())).toEqual([
      {
        ...bare,
        ...{ incident: incidentId, state: 'OPEN', reminded: false, added_by: grace },
        added_at: '2019-07-02T13:41:00.000000Z',
      },
    ]);
  });

  it('says all anew when it is revised: what is gone is null', () => {
    const words = { title: 'Limit the WAF', followUpKind: 'PREVENT' } as const;
    const more = { owner: grace, dueAt: nextWeek, fromFinding: finding };
    const ticket = { system: 'jira', key: 'OPS-42' };
    expect(
      columnsAfter(
        { type: 'FollowUpRevised', data: { followUp, ...words, ...more, ticket } },
        { type: 'FollowUpRevised', data: { followUp, ...words, team: 'Edge' } },
      ),
    ).toEqual([
      {
        ...bare,
        ...{ owner: grace, due_at: nextWeek, finding },
        ...{ ticket_system: 'jira', ticket_key: 'OPS-42' },
      },
      { ...bare, team: 'Edge' },
    ]);
  });

  it('says how it was completed, until it is reopened', () => {
    const none = { remark: null, url: null };
    expect(columnsAfter(completed({ followUpOutcome: 'WONT_DO' }), reopened)).toEqual([
      {
        ...{ state: 'WONT_DO', ...none, evidence: [], completed_by: grace },
        completed_at: '2019-07-02T13:41:00.000000Z',
      },
      { state: 'OPEN', ...none, evidence: null, completed_by: null, completed_at: null },
    ]);
  });

  it('says whether people were reminded of it', () => {
    expect(columnsAfter(overdueRaised(lastWeek), overdueCleared)).toEqual([
      { reminded: true },
      { reminded: false },
    ]);
  });

  it('is not written by other events', () => {
    const nobody = { type: 'NudgeRaised', data: { nudge: 'NO_COMMANDER', causedBy: 'x' } } as const;
    expect(columnsAfter(declared, nobody)).toEqual([]);
  });
});

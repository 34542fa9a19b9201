import { describe, expect, it } from '@jest/globals';
import {
  completed,
  finding,
  followUp,
  followUpAdded,
  nextWeek,
  overdueRaised,
  reopened,
} from '../../../test/support/given-after.js';
import { byGrace, declared, grace, incidentId } from '../../../test/support/given-incident.js';
import { happened, sampleId } from '../../../test/support/given.js';
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
const event = (version: number) => sampleId('evt', String(version));
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
        ...{ incident: incidentId, state: 'OPEN', added_by: grace, timed_by: event(2) },
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
      {
        state: 'OPEN',
        ...none,
        evidence: null,
        completed_by: null,
        completed_at: null,
        timed_by: event(3),
      },
    ]);
  });

  it('says which event set its time: the addition, another time, or reopening', () => {
    const revised = { followUp, title: 'Limit the WAF', followUpKind: 'PREVENT' } as const;
    const timedBy = columnsAfter(
      followUpAdded(),
      { type: 'FollowUpRevised', data: { ...revised, team: 'Edge' } },
      { type: 'FollowUpRevised', data: { ...revised, dueAt: nextWeek, isMoved: true } },
      completed(),
      reopened,
    ).map((columns) => columns['timed_by']);
    expect(timedBy).toEqual([event(2), undefined, event(4), undefined, event(6)]);
  });

  it('is not written by other events', () => {
    expect(columnsAfter(declared, overdueRaised)).toEqual([]);
  });
});

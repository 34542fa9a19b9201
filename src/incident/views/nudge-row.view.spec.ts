import { describe, expect, it } from '@jest/globals';
import { byGrace, incidentId, commandTaken } from '../../../test/support/given-incident.js';
import { happened, sampleId } from '../../../test/support/given.js';
import type { IncidentEvent } from '../domain/events.js';
import { nudgeRows } from './nudge-row.view.js';

const causedBy = sampleId('evt', '1');
const one = { nudge: 'SILENCE', about: 'CUSTOMERS', causedBy } as const;
const rowsOf = (...events: IncidentEvent[]) =>
  nudgeRows(
    events.map((event, index) => happened({ ...event, ...byGrace }, index + 1)),
    incidentId,
  );
const id = `${incidentId} SILENCE CUSTOMERS ${causedBy}`;
const columns = { incident: incidentId, nudge: 'SILENCE', about: 'CUSTOMERS', caused_by: causedBy };
const notCleared = { cleared_at: null, cleared_by: null };

describe('the rows of reminders', () => {
  it('tell when one was raised, and why it was put off', () => {
    const until = '2019-07-02T14:30:00.000000Z';
    const minutes = 30;
    const standing = { cleared_at: null, cleared_by: null };
    const data = { ...one, until, reason: 'Mail is down' };
    expect(
      rowsOf({ type: 'NudgeRaised', data: { ...one, minutes } }, { type: 'NudgeSnoozed', data }),
    ).toEqual([
      {
        ...{ table: 'nudges', id },
        columns: {
          ...{ ...columns, state: 'RAISED', snoozed_until: null, ...standing },
          raised_at: '2019-07-02T13:40:00.000000Z',
          ...notCleared,
        },
      },
      {
        ...{ table: 'nudges', id },
        columns: {
          ...{ ...columns, state: 'SNOOZED', snoozed_until: until, ...standing },
          reason: 'Mail is down',
          snoozed_by: byGrace.actor.id,
          ...notCleared,
        },
      },
    ]);
  });

  it('tell of no end once the clock goes on by the same cause', () => {
    const rows = rowsOf({ type: 'NudgeCleared', data: one }, { type: 'NudgeRaised', data: one });
    expect(rows.map((row) => row.columns['cleared_by'])).toEqual([expect.any(String), null]);
    expect(rows.map((row) => row.columns['cleared_at'])).toEqual([expect.any(String), null]);
  });

  it('tell by what each was over', () => {
    const cleared = (nudge: 'NO_COMMANDER' | 'NO_SCOPE'): IncidentEvent => ({
      type: 'NudgeCleared',
      data: { nudge, causedBy },
    });
    const rows = rowsOf(commandTaken, cleared('NO_COMMANDER'), cleared('NO_SCOPE'));
    expect(rows.map((row) => row.columns)).toEqual(
      ['NO_COMMANDER', 'NO_SCOPE'].map((nudge, index) => ({
        ...{ ...columns, nudge, about: null, state: 'CLEARED', snoozed_until: null },
        cleared_at: `2019-07-02T13:4${index + 1}:00.000000Z`,
        cleared_by: sampleId('evt', '1'),
      })),
    );
  });
});

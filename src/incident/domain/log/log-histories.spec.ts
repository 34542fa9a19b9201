import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { incidentFold } from '../../../../test/support/given-incident.js';
import { happened } from '../../../../test/support/given.js';
import { communicationAttempts } from '../../../../test/support/histories/communication.js';
import { declarations } from '../../../../test/support/histories/life.js';
import { eventId, logOf } from '../../../../test/support/histories/log-of-two.js';
import type { Log } from '../../../../test/support/histories/log-of-two.js';
import { logAttempts } from '../../../../test/support/histories/log.js';
import { wordsOf } from '../../views/words.js';
import type { IncidentEvent } from '../events.js';
import { isCorrection } from './entry.js';

const histories = fc
  .tuple(
    fc.array(declarations, { minLength: 2, maxLength: 4 }),
    fc.array(fc.oneof(...logAttempts, ...communicationAttempts), {
      ...{ minLength: 10, maxLength: 60, size: 'max' },
    }),
  )
  .map(([first, then]) => logOf([...first, ...then]));

const always = (holds: (log: Log) => void) => {
  fc.assert(fc.property(histories, holds));
};

/** Every event of both incidents, with its row. */
const entriesOf = ({ events, rows }: Log) =>
  events.flatMap((past, incident) =>
    past.map((event, index) => {
      const id = eventId(incident, index + 1);
      const about = past.filter((one) => 'entry' in one.data && one.data.entry === id);
      const all = <T extends IncidentEvent['type']>(type: T) =>
        about.filter((one): one is Extract<IncidentEvent, { type: T }> => one.type === type);
      return {
        event,
        at: happened(event, index + 1).occurredAt,
        all,
        row: rows.find('entries', id),
      };
    }),
  );

describe('whatever is noted and corrected', () => {
  it('changes nothing of the head but the number of pins', () => {
    always(({ events, states }) => {
      events.forEach((past, incident) => {
        const uncorrected = past
          .map((event, index) => ({
            ...happened(event, index + 1),
            id: eventId(incident, index + 1),
          }))
          .filter((event) => !isCorrection(event))
          .reduce((state, event) => incidentFold.evolve(state, event), incidentFold.initial);
        expect({ ...states[incident], pinnedEntries: 0 }).toMatchObject(uncorrected);
      });
    });
  });

  it('is counted where it is pinned, and never pinned where it is struck', () => {
    always(({ states, rows }) => {
      const pinned = rows.all('entries').filter((row) => row['pinned'] === true);
      const counted = states.map((one) => (one.status === 'declared' ? one.pinnedEntries : 0));
      expect(pinned.length).toBe((counted[0] ?? 0) + (counted[1] ?? 0));
      expect(pinned.filter((row) => row['struck_by'] !== undefined)).toEqual([]);
    });
  });

  it('stands as last amended, beside what was recorded', () => {
    always((log) => {
      for (const { event, at, all, row } of entriesOf(log)) {
        const amended = all('EntryAmended').map(({ data }) => data);
        const texts = amended.flatMap(({ newText }) => newText ?? []);
        const times = amended.flatMap(({ newOccurredAt }) => newOccurredAt ?? []);
        expect(row).toMatchObject({ type: event.type, words: wordsOf(event).words });
        expect(row?.['amended_text']).toBe(texts.at(-1));
        expect(row?.['occurred_at']).toBe(times.at(-1) ?? at);
        expect(row?.['amended_by'] === undefined).toBe(amended.length === 0);
      }
    });
  });

  it('is struck once, and corrections never', () => {
    always((log) => {
      for (const { event, all, row } of entriesOf(log)) {
        const strikes = all('EntryStruck');
        expect(strikes.length).toBeLessThanOrEqual(isCorrection(event) ? 0 : 1);
        expect(row?.['struck_by'] !== undefined).toBe(strikes.length === 1);
      }
    });
  });
});

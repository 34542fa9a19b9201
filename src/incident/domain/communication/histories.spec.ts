import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { communicationAttempts } from '../../../../test/support/histories/communication.js';
import { declarations, endings } from '../../../../test/support/histories/life.js';
import { logOf } from '../../../../test/support/histories/log-of-two.js';
import type { Log } from '../../../../test/support/histories/log-of-two.js';
import { audiences } from './choices.js';

const histories = fc
  .tuple(
    fc.array(declarations, { minLength: 2, maxLength: 4 }),
    fc.array(
      fc.oneof(
        { weight: 20, arbitrary: fc.oneof(...communicationAttempts) },
        { weight: 1, arbitrary: fc.oneof(...endings) },
      ),
      { maxLength: 40, size: 'max' },
    ),
  )
  .map(([first, then]) => [...first, ...then]);

const updatesOf = ({ rows }: Log, incident: number) =>
  rows.all('updates').filter((row) => String(row['incident']).endsWith(String(incident)));

describe('whatever is published, promised and retracted', () => {
  it('the latest update of an audience is the newest row that stands', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const log = logOf(history);
        log.states.forEach((state, incident) => {
          if (state.status === 'undeclared') return;
          for (const audience of audiences) {
            const standing = updatesOf(log, incident).filter(
              (row) => row['audience'] === audience && row['retracted_at'] === null,
            );
            expect(state.latestUpdates[audience]?.event).toBe(standing.at(-1)?.id);
            expect(state.latestUpdates[audience]?.at).toBe(standing.at(-1)?.['published_at']);
          }
        });
      }),
    );
  });

  it('a promise is the last word of its audience, and void once it is over', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { states, events } = logOf(history);
        states.forEach((state, incident) => {
          if (state.status === 'undeclared') return;
          for (const audience of audiences) {
            const last = events[incident]?.findLast(
              ({ type, data }) =>
                type === 'IncidentResolved' ||
                ((type === 'UpdatePublished' || type === 'NextUpdatePromised') &&
                  data.audience === audience),
            );
            const promised =
              last?.type === 'NextUpdatePromised' ? last.data.promisedFor : undefined;
            expect(state.promises[audience]?.at).toBe(promised);
          }
        });
      }),
    );
  });

  it('no update is retracted twice', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const retracted = logOf(history)
          .events.flat()
          .flatMap((event) => (event.type === 'UpdateRetracted' ? [event.data.update] : []));
        expect(new Set(retracted).size).toBe(retracted.length);
      }),
    );
  });
});

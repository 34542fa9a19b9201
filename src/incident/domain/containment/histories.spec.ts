import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { containmentAttempts } from '../../../../test/support/histories/containment.js';
import { declarations, endings } from '../../../../test/support/histories/life.js';
import { logOf } from '../../../../test/support/histories/log-of-two.js';
import { plusSeconds, secondsBetween } from '../../../kernel/instant.js';
import { containmentOf } from './containment.js';

const histories = fc
  .tuple(
    fc.array(declarations, { minLength: 2, maxLength: 4 }),
    fc.array(
      fc.oneof(
        { weight: 20, arbitrary: fc.oneof(...containmentAttempts) },
        { weight: 1, arbitrary: fc.oneof(...endings) },
      ),
      { maxLength: 30, size: 'max' },
    ),
  )
  .map(([first, then]) => [...first, ...then]);

it('containments and losses take turns, and their minutes add up to the whole', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const { states, events } = logOf(history);
      states.forEach((state, incident) => {
        if (state.status === 'undeclared') return;
        const turns = (events[incident] ?? [])
          .map(({ type }) => type)
          .filter((type) => type === 'IncidentContained' || type === 'ContainmentLost');
        expect(turns).toEqual(
          turns.map((_, nth) => (nth % 2 === 0 ? 'IncidentContained' : 'ContainmentLost')),
        );
        const told = containmentOf(state, plusSeconds(state.declaredAt, 3600));
        expect(told.lostCount).toBe(Math.floor(turns.length / 2));
        expect(told.isContained).toBe(turns.length % 2 === 1);
        const end = state.resolvedAt ?? plusSeconds(state.declaredAt, 3600);
        const whole = secondsBetween(state.declaredAt, end) / 60;
        expect(told.minutesContained + told.minutesUncontained).toBe(whole);
      });
    }),
  );
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hypothesesAttempts } from '../../../../test/support/histories/hypotheses.js';
import { declarations } from '../../../../test/support/histories/life.js';
import { incidentIds, logOf } from '../../../../test/support/histories/log-of-two.js';
import { comesTo } from './choices.js';

const histories = fc.array(fc.oneof(declarations, ...hypothesesAttempts), {
  minLength: 10,
  maxLength: 80,
  size: 'max',
});
const statusAfter: Readonly<Record<string, string>> = { HypothesisRaised: 'OPEN', ...comesTo };

describe('whatever is said of hypotheses', () => {
  it('each stands as was said last, and has a step for all that was said', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { events, rows } = logOf(history);
        for (const row of rows.all('hypotheses')) {
          const said = events
            .flat()
            .flatMap(({ type, data }) =>
              'hypothesis' in data && data.hypothesis === row.id ? [type] : [],
            );
          expect(row['status']).toBe(statusAfter[said.at(-1) ?? '']);
          const steps = rows.all('hypothesis_steps').filter((one) => one['hypothesis'] === row.id);
          expect(steps).toHaveLength(said.length);
          expect(steps.at(-1)?.id).toBe(row['latest']);
        }
      }),
    );
  });

  it('the head counts them', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { states, rows } = logOf(history);
        states.forEach((state, index) => {
          if (state.status === 'undeclared') return;
          const own = rows
            .all('hypotheses')
            .filter((row) => row['incident'] === incidentIds[index]);
          expect(state.hypotheses).toBe(own.length);
        });
      }),
    );
  });
});

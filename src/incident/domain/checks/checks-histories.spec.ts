import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checksAttempts } from '../../../../test/support/histories/checks.js';
import { playbookAttempts } from '../../../../test/support/histories/playbooks.js';
import { declarations } from '../../../../test/support/histories/life.js';
import { incidentIds, logOf } from '../../../../test/support/histories/log-of-two.js';
import { nextCheck } from './state.js';

const histories = fc.array(fc.oneof(declarations, ...checksAttempts, ...playbookAttempts), {
  minLength: 10,
  maxLength: 80,
  size: 'max',
});

describe('whatever happens to checks', () => {
  it('they stand in the head as in their rows', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { states, rows } = logOf(history);
        const inHeads = states.flatMap((state, index) =>
          state.status === 'undeclared'
            ? []
            : state.checks.map(({ check, status }) => [`${incidentIds[index]} ${check}`, status]),
        );
        const inRows = rows
          .all('checks')
          .filter((row) => row['dropped'] !== true)
          .map((row) => [row.id, row['status']]);
        expect(inHeads.toSorted()).toEqual(inRows.toSorted());
      }),
    );
  });

  it('the next one is the first in order that nobody has ended', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { states, rows } = logOf(history);
        states.forEach((state, index) => {
          if (state.status === 'undeclared') return;
          const undone = state.checks.filter(({ check }) => {
            const row = rows.find('checks', `${incidentIds[index]} ${check}`);
            return (row?.['ended_at'] ?? null) === null;
          });
          expect(nextCheck(state)).toEqual(undone[0]);
        });
      }),
    );
  });
});

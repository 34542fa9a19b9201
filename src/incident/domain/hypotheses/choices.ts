import { choice } from '../../../kernel/field.js';
import type { ValueOf } from '../../../kernel/field.js';

export const hypothesisStatus = choice('HypothesisStatus', 'How a hypothesis stands', {
  OPEN: 'It was raised, and nothing has been said for or against it',
  SUPPORTED: 'Something speaks for it',
  RULED_OUT: 'It cannot be the cause',
  CONFIRMED: 'It is the cause',
});
export type HypothesisStatus = ValueOf<typeof hypothesisStatus>;

/** What a hypothesis comes to by what is said of it. */
export const comesTo = {
  HypothesisSupported: 'SUPPORTED',
  HypothesisRuledOut: 'RULED_OUT',
  HypothesisConfirmed: 'CONFIRMED',
} as const satisfies Readonly<Record<string, HypothesisStatus>>;

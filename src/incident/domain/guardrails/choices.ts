import { choice } from '../../../kernel/field.js';
import type { ValueOf } from '../../../kernel/field.js';

export const deviationKind = choice('DeviationKind', 'What came of meeting a guardrail', {
  NOTED: 'The command was done, and it was put on the record',
  BLOCKED: 'The command was refused',
  OVERRIDDEN: 'The command was done, since a reason was given',
});
export type DeviationKind = ValueOf<typeof deviationKind>;

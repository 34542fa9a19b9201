import { choice } from '../../../kernel/field.js';
import type { ValueOf } from '../../../kernel/field.js';

export const suspectStatus = choice('SuspectStatus', 'What is thought of a linked change', {
  SUSPECT: 'It may be a cause: nobody has judged it yet',
  CLEARED: 'Somebody found that it is not a cause',
  IMPLICATED: 'Somebody found that it is the cause, or a part of it',
  UNLINKED: 'It has nothing to do with the incident',
});
export type SuspectStatus = ValueOf<typeof suspectStatus>;

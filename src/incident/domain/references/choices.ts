import { choice } from '../../../kernel/field.js';
import type { ValueOf } from '../../../kernel/field.js';

export const referenceKind = choice('ReferenceKind', 'What a reference leads to', {
  CHAT_CHANNEL: 'A channel or room of a chat. It serves one incident at a time',
  TICKET: 'A ticket or issue in a tracker',
  CALL: 'A call or bridge that people meet on',
  DOCUMENT: 'A document or page',
  OTHER: 'Anything else, as the caption says',
});
export type ReferenceKind = ValueOf<typeof referenceKind>;

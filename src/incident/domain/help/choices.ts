import { choice } from '../../../kernel/field.js';
import type { ValueOf } from '../../../kernel/field.js';

export const helpState = choice('HelpState', 'How far a request for help has come', {
  REQUESTED: 'Nobody was found yet',
  ENGAGED: 'Somebody helps',
  RELEASED: 'It is over, or was withdrawn',
});
export type HelpState = ValueOf<typeof helpState>;

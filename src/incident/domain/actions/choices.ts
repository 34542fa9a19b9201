import { choice } from '../../../kernel/field.js';
import type { ValueOf } from '../../../kernel/field.js';

export const actionStatus = choice('ActionStatus', 'How far an action has come', {
  PROPOSED: 'Somebody suggests it; it holds no target',
  APPROVED: 'It was proposed, and directed to be done',
  REJECTED: 'It was proposed, and directed not to be done',
  WITHDRAWN: 'It was proposed, and taken back',
  STARTED: 'It is being carried out; it holds its target unless it is to diagnose',
  EXPIRED: 'It was started, and its lease ran out before anybody said what came of it',
  FINISHED: 'It ended, with an outcome',
});
export type ActionStatus = ValueOf<typeof actionStatus>;

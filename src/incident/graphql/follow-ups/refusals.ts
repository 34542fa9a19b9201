import { refusalType } from '../../../platform/graphql/refusal.js';

refusalType({
  FOLLOW_UP_EXISTS: 'The id of the follow-up is taken.',
  FOLLOW_UP_NOT_FOUND: 'There is no such follow-up in the incident.',
  FOLLOW_UP_COMPLETED: 'The follow-up was completed, in other words.',
  TOO_MANY_FOLLOW_UPS: 'As many follow-ups are open as may be.',
  REASON_REQUIRED: 'It takes a reason.',
  OWNER_NOT_FOUND: 'There is no such member.',
});

import { refusalType } from '../../../platform/graphql/refusal.js';

refusalType({
  SUBJECT_REQUIRED: 'The role has a subject, which has to be named.',
  SUBJECT_UNWANTED: 'The role has no subject.',
  TOO_MANY_ROLES: 'As many roles are held as may be.',
  COMMANDER_CANNOT_LEAVE: 'The commander has to hand command over, or relinquish it, first.',
});

import { refusalType } from '../../../platform/graphql/refusal.js';

refusalType({
  HELP_EXISTS: 'The id of the request is taken.',
  HELP_NOT_FOUND: 'There is no such request in the incident.',
  HELP_NOT_OPEN: 'Somebody else was engaged, or it is over.',
  HELPER_NOT_FOUND: 'There is no such member.',
});

import { refusalType } from '../../../platform/graphql/refusal.js';

refusalType({
  VIEWER_NOT_FOUND: 'There is no such member or integration.',
  COMMANDER_NEEDS_SIGHT: 'The commander cannot be made blind.',
});

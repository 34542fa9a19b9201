import { refusalType } from '../../../platform/graphql/refusal.js';

refusalType({
  ENTRY_NOT_FOUND: 'The incident has no such entry.',
  ENTRY_STRUCK: 'The entry was struck.',
  CORRECTION_OF_CORRECTION: 'The entry is a correction itself, and those are not corrected.',
  AMENDMENT_EMPTY: 'The amendment amends nothing.',
  TOO_MANY_PINS: 'As many entries are pinned as may be.',
});

import type { Decision, Facts } from '../../kernel/decision.js';
import type { Change } from './change.js';
import type { ChangeEvent, RecordChange } from './events.js';
import type { ChangeRefusal } from './refusals.js';

export type ChangeFacts = Facts & {
  /** What was said when it was recorded. Strict: an event does not change. */
  readonly first?: RecordChange | undefined;
};

/** A decision of a change, for commands of type `C`. */
export type ChangeRule<C> = (
  command: C,
  change: Change,
  facts: ChangeFacts,
) => Decision<ChangeEvent, ChangeRefusal>;

import type { Decision, Facts } from '../../kernel/decision.js';
import type { PlaybookContent } from './content.js';
import type { PlaybookEvent } from './events.js';
import type { PlaybookProblem, PlaybookRefusal } from './refusals.js';
import type { PlaybookStream } from './stream.js';

/** What the file of a playbook came to; `problems` if it is not right. */
export type Said =
  | { readonly content: PlaybookContent; readonly problems?: undefined }
  | { readonly problems: readonly PlaybookProblem[] };

export type PlaybookFacts = Facts & {
  /** What the first version says. Strict: an event does not change. */
  readonly first?: PlaybookContent | undefined;
  /** What the latest version says. Strict: the head names its event. */
  readonly latest?: PlaybookContent | undefined;
};

/** A decision of a playbook, for commands of type `C`. */
export type PlaybookRule<C> = (
  command: C,
  playbook: PlaybookStream,
  facts: PlaybookFacts,
) => Decision<PlaybookEvent, PlaybookRefusal>;

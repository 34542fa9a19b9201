import type { Names } from '../../../kernel/event.js';
import type { Nudge } from '../choices.js';

const inWords: Readonly<Record<Nudge, string>> = {
  NO_COMMANDER: 'nobody commands',
  NO_SCOPE: 'nobody has assessed the scope',
  NO_CHECK_STARTED: 'nobody has started a check',
  SILENCE: 'an audience has heard nothing for long',
  UPDATE_PROMISED: 'an update was promised for now',
  STALLED: 'there has been no progress for a while',
  CALL_FOR_HELP: 'there has been no progress for long, so bring in help',
  LEASE_EXPIRING: 'an action is about to lose its target',
  OFFER_EXPIRING: 'an offer of command is about to expire',
  FOLLOW_UP_OVERDUE: 'a follow-up is overdue',
};

/** What is missing, and of what: `an audience has heard nothing for long (INTERNAL)`. */
export const inSentence = (
  { nudge, about }: { readonly nudge: Nudge; readonly about?: string | undefined },
  names: Pick<Names, 'of'>,
) => inWords[nudge] + (about === undefined ? '' : ` (${names.of(about)})`);

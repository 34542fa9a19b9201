import type { Guardrail } from '../choices.js';
import type { Met, Stop } from './met.js';

const inWords: Readonly<Record<Guardrail, string>> = {
  NO_COMMANDER: 'nobody commands',
  SCOPE_BEFORE_TOUCH: 'nobody has assessed the scope',
  CHECK_OUT_OF_ORDER: 'an earlier check is left',
  CONTAIN_BEFORE_FIX: 'users are still hurt',
  CONFLICTING_ACTION: 'another open action holds the target',
  NOT_DIRECTED: 'the commander has not approved it',
  ALREADY_TRIED: 'it was tried before and did not help',
  RESOLVE_WITHOUT_CONTAINMENT: 'nobody said that users are safe',
  TWO_HATS: 'the commander takes on a second role',
};

/** What would be right: the beginning of a sentence. */
const instead: Readonly<Record<Guardrail, string>> = {
  NO_COMMANDER: 'Take command first',
  SCOPE_BEFORE_TOUCH: 'Assess the scope first',
  CHECK_OUT_OF_ORDER: 'Look at that check first, or skip it',
  CONTAIN_BEFORE_FIX: 'Contain first',
  CONFLICTING_ACTION: 'Join it, or wait until it is finished',
  NOT_DIRECTED: 'Propose it, and have it approved',
  ALREADY_TRIED: 'Ask alreadyTried what came of it, and do something else',
  RESOLVE_WITHOUT_CONTAINMENT: 'Declare it contained first',
  TWO_HATS: 'Leave the role to somebody else',
};

/** How to go past it all the same: the end of a message. */
export const wayPast = ({ lacks }: Pick<Stop, 'lacks'>): string =>
  ({
    REASON: 'or say in override.reason why to go on',
    COMMANDER: 'or have the commander go on, with override.reason',
    COMMAND: 'or take command and go on, with override.reason',
  })[lacks];

/** What would be right, and how to go on without it. Taking command leaves nothing to go past. */
export const waysOn = (guardrail: Guardrail, stop: Pick<Stop, 'lacks'>): string =>
  guardrail === 'NO_COMMANDER' && stop.lacks === 'COMMAND'
    ? instead[guardrail]
    : `${instead[guardrail]}, ${wayPast(stop)}`;

/** What to do while another action has the target: the end of a message. */
export const aroundConflict = (stop: Pick<Stop, 'lacks'>): string =>
  `join it, wait until it is finished, ${wayPast(stop)}`;

/** What was met, and with what: `nobody commands (service/checkout)`. */
export const inSentence = ({ guardrail, subject }: Met): string =>
  inWords[guardrail] + (subject === undefined ? '' : ` (${subject})`);

/** What a command that was done should know of it. */
export const noticeOf = ({ guardrail, subject }: Met) => ({
  code: 'GUARDRAIL' as const,
  message: `It was done, and put on the record: ${inSentence({ guardrail, subject })}`,
  guardrail,
  subject: subject ?? null,
});

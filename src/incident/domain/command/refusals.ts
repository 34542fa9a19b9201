import type { Instant } from '../../../kernel/instant.js';
import { minute } from '../wording.js';
import type { CommandState } from './state.js';

export const alreadyCommanded = (commander: string, term: number) => ({
  code: 'ALREADY_COMMANDED' as const,
  message: `${commander} commands in term ${term}: ask to be offered command`,
  commander,
  term,
});

export const termRequired = (currentTerm: number, commander: string) => ({
  code: 'TERM_REQUIRED' as const,
  message: `Only ${commander}, who commands, may leave the term out: agree with them, and give term ${currentTerm}`,
  path: ['input', 'term'],
  currentTerm,
  commander,
});

export const staleTerm = (currentTerm: number, commander: string | null) => ({
  code: 'STALE_TERM' as const,
  message:
    commander === null
      ? 'Nobody commands, in that term or any: leave the term out'
      : `Command is in term ${currentTerm} and with ${commander}: agree with them, and give term ${currentTerm}`,
  path: ['input', 'term'],
  currentTerm,
  commander,
});

/** Command as it stands, for those who thought that it stands otherwise. */
const asItStands = ({ commander, term, offer }: CommandState) => ({ commander, term, offer });

export const notCommander = (command: CommandState) => ({
  code: 'NOT_COMMANDER' as const,
  message:
    command.commander === null
      ? 'Nobody commands: take command first, by takeCommand'
      : `Only ${command.commander.member}, who commands in term ${command.term}, can do this`,
  ...asItStands(command),
});

export const offerStands = (command: CommandState) => ({
  code: 'OFFER_STANDS' as const,
  message: `Command is offered to ${command.offer?.to ?? 'another'}: withdraw that offer first, by withdrawOffer`,
  path: ['input', 'to'],
  ...asItStands(command),
});

export const notOffered = (command: CommandState) => ({
  code: 'NOT_OFFERED' as const,
  message: `Command is not offered to you: ${wayToCommand(command)}`,
  ...asItStands(command),
});

export const offerExpired = (command: CommandState, until: Instant) => ({
  code: 'OFFER_EXPIRED' as const,
  message: `Command was offered to you until ${minute(until)}: ask for a new offer`,
  ...asItStands(command),
});

export const offerToSelf = () => ({
  code: 'OFFER_TO_SELF' as const,
  message: 'You command already: offer command to somebody else, or relinquish it',
  path: ['input', 'to'],
});

/** `field`: where the input names the member. */
export const notAResponder = (member: string, field: 'to' | 'member' | 'lead') => ({
  code: 'NOT_A_RESPONDER' as const,
  message: `${member} is no member who may respond: name one whose role is RESPONDER or ADMIN`,
  path: ['input', field],
});

const wayToCommand = ({ commander, offer }: CommandState): string => {
  if (commander === null) return 'nobody commands, so take it, by takeCommand';
  return offer === null
    ? `ask ${commander.member}, who commands, to offer it`
    : `${commander.member}, who commands, has offered it to ${offer.to}`;
};

import type { Names } from '../../../kernel/event.js';
import type { Nudge, UpdateAudience } from '../choices.js';

type Said = {
  readonly nudge: Nudge;
  readonly about?: string | undefined;
  readonly minutes?: number | undefined;
};

const nowhere: Readonly<Record<UpdateAudience, string>> = {
  INTERNAL: 'nobody within the organization has heard anything',
  STATUS_PAGE: 'nobody has heard anything on the status page',
  CUSTOMERS: 'customers have heard nothing',
};
const promisedTo: Readonly<Record<UpdateAudience, string>> = {
  INTERNAL: 'people within the organization were',
  STATUS_PAGE: 'readers of the status page were',
  CUSTOMERS: 'customers were',
};

const inWords: Readonly<Record<Nudge, (about: string) => string>> = {
  NO_COMMANDER: () => 'nobody has been in command',
  NO_SCOPE: () => 'nobody has assessed the scope',
  NO_CHECK_STARTED: () => 'nobody has started a check',
  SILENCE: (audience) => nowhere[audience as UpdateAudience],
  UPDATE_PROMISED: (audience) =>
    `${promisedTo[audience as UpdateAudience]} promised an update that has not come`,
  STALLED: () => 'there has been no progress',
  CALL_FOR_HELP: () => 'bring in help, since there has been no progress',
  LEASE_EXPIRING: (action) => `the lease of ${action} is about to end`,
  OFFER_EXPIRING: () => 'the offer of command is about to expire',
  FOLLOW_UP_OVERDUE: (followUp) => `${followUp} is overdue`,
};

/** What is missing, and for how long: `nobody has assessed the scope for 10 minutes`. */
export const inSentence = ({ nudge, about = '', minutes }: Said, { of }: Names): string =>
  inWords[nudge](isId(about) ? of(about) : about) + during(minutes);

const isId = (about: string): boolean => /^[a-z]+_[0-9a-z]{26}$/.test(about);

const during = (minutes: number | undefined): string => {
  if (minutes === undefined) return '';
  return ` for ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
};

const toAudience: Readonly<Record<UpdateAudience, string>> = {
  INTERNAL: 'within the organization',
  STATUS_PAGE: 'on the status page',
  CUSTOMERS: 'towards customers',
};

const topics: Readonly<Record<Nudge, (about: string) => string>> = {
  NO_COMMANDER: () => 'a missing commander',
  NO_SCOPE: () => 'a missing scope',
  NO_CHECK_STARTED: () => 'checks that nobody has started',
  SILENCE: (audience) => `silence ${toAudience[audience as UpdateAudience]}`,
  UPDATE_PROMISED: (audience) => `the promised update ${toAudience[audience as UpdateAudience]}`,
  STALLED: () => 'missing progress',
  CALL_FOR_HELP: () => 'bringing in help',
  LEASE_EXPIRING: (action) => `the lease of ${action}`,
  OFFER_EXPIRING: () => 'the offer of command',
  FOLLOW_UP_OVERDUE: (followUp) => followUp,
};

/** What it is about: `silence on the status page`. */
export const topic = ({ nudge, about = '' }: Said, { of }: Names): string =>
  topics[nudge](isId(about) ? of(about) : about);

import { unresolved } from '../choices.js';
import type { DeclaredIncident } from '../state.js';
import type { StepsOf } from '../steps.js';
import type { commandEvents } from './events.js';

type Offered = { readonly data: { readonly term: number; readonly member: string } };

const isOfTheOffer = ({ term, offer }: DeclaredIncident, { data }: Offered): boolean =>
  offer?.to === data.member && data.term === term;
const withoutOffer = { fits: isOfTheOffer, after: () => ({ offer: null }) };

export const commandSteps: StepsOf<typeof commandEvents> = {
  CommandTaken: {
    fits: ({ phase, commander, term }, { data }) =>
      unresolved.includes(phase) && commander === null && data.term === term + 1,
    after: (_incident, { data, occurredAt }) => ({
      term: data.term,
      commander: { member: data.member, since: occurredAt },
      vacantSince: null,
    }),
  },
  CommandOffered: {
    fits: ({ phase, commander, term, offer }, { data }) =>
      unresolved.includes(phase) && commander !== null && offer === null && data.term === term,
    after: (_incident, { data }) => ({ offer: { to: data.member, until: data.until } }),
  },
  CommandAccepted: {
    fits: ({ commander, term, offer }, { data }) =>
      commander?.member === data.formerCommander &&
      offer?.to === data.member &&
      data.term === term + 1,
    after: (_incident, { data, occurredAt }) => ({
      term: data.term,
      commander: { member: data.member, since: occurredAt },
      offer: null,
    }),
  },
  CommandDeclined: withoutOffer,
  CommandOfferWithdrawn: withoutOffer,
  CommandOfferExpired: withoutOffer,
  CommandRelinquished: {
    fits: ({ commander, term }, { data }) =>
      commander?.member === data.member && data.term === term,
    after: (_incident, { occurredAt }) => ({
      commander: null,
      vacantSince: occurredAt,
      offer: null,
    }),
  },
};

import type { DueTime } from '../../../kernel/decision.js';
import type { Instant } from '../../../kernel/instant.js';
import type { IncidentEvent } from '../events.js';
import { isAfterwards } from '../mode.js';
import type { DeclaredIncident } from '../state.js';
import type { Offer } from './state.js';

/** When the policy looks whether the offer to this person has expired. */
export const offerDue = (member: string, at: Instant | null): DueTime => ({
  kind: 'offer',
  subject: member,
  at,
});

/** Whether it is past its time, though the policy may not have come yet to say so. */
export const isPast = ({ until }: Offer, incident: DeclaredIncident, now: Instant): boolean =>
  until <= now && !isAfterwards(incident);

type Ending = 'CommandOfferWithdrawn' | 'CommandOfferExpired';
type Ended = { readonly events: readonly IncidentEvent[]; readonly due: readonly DueTime[] };

/** What ends the offer that stands, if one does: it is never forgotten without a word. */
export const endOfOffer = ({ offer, term }: DeclaredIncident, type: Ending): Ended =>
  offer === null
    ? { events: [], due: [] }
    : { events: [{ type, data: { term, member: offer.to } }], due: [offerDue(offer.to, null)] };

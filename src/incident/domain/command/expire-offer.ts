import { accept } from '../../../kernel/decision.js';
import { isAfterwards } from '../mode.js';
import type { IncidentRule } from '../rule.js';
import { endOfOffer, isPast, offerDue } from './offer.js';

export type ExpireOffer = { readonly member: string };

/** By policy. The time that came may be that of an earlier offer to the same person. */
export const expireOffer: IncidentRule<ExpireOffer> = ({ member }, incident, { now }) => {
  if (incident.status === 'undeclared' || incident.offer?.to !== member || isAfterwards(incident))
    return { ...accept(), due: [offerDue(member, null)] };
  const { offer } = incident;
  return isPast(offer, incident, now)
    ? endOfOffer(incident, 'CommandOfferExpired')
    : { ...accept(), due: [offerDue(member, offer.until)] };
};

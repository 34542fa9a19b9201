import { accept } from '../../../kernel/decision.js';
import type { IncidentRule } from '../rule.js';
import { endOfOffer, offerDue } from './offer.js';

export type ExpireOffer = { readonly member: string };

/** By policy. The time that came may be that of an earlier offer to the same person. */
export const expireOffer: IncidentRule<ExpireOffer> = ({ member }, incident, { now }) => {
  const offer = incident.status === 'declared' && incident.offer?.to === member && incident.offer;
  if (offer === false) return { ...accept(), due: [offerDue(member, null)] };
  return offer.until <= now
    ? endOfOffer(incident, 'CommandOfferExpired')
    : { ...accept(), due: [offerDue(member, offer.until)] };
};

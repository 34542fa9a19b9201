import type { IncidentEvent } from '../events.js';
import type { DeclaredIncident } from '../state.js';
import { endOfOffer } from './offer.js';

type Why = { readonly remark?: string | undefined; readonly mayNoLongerRespond?: true };

/** The end of a term without a successor, and of the offer that stood in it. */
export const vacated = (incident: DeclaredIncident, member: string, why: Why) => {
  const offer = endOfOffer(incident, 'CommandOfferWithdrawn');
  const data = { term: incident.term, member, ...why };
  const relinquished: IncidentEvent = { type: 'CommandRelinquished', data };
  return { events: [...offer.events, relinquished], due: offer.due };
};

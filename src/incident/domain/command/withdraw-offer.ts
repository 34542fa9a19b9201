import { refuse } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { isByCommander } from './commander.js';
import { endOfOffer } from './offer.js';
import { notCommander } from './refusals.js';

export type WithdrawOffer = Readonly<Record<string, never>>;

export const withdrawOffer: IncidentRule<WithdrawOffer> = (_command, incident, facts) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  return isByCommander(incident, facts)
    ? endOfOffer(incident, 'CommandOfferWithdrawn')
    : refuse(notCommander(incident));
};

import { accept, refuse } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { isBy } from './commander.js';
import { offerDue } from './offer.js';
import { notOffered } from './refusals.js';

export type DeclineCommand = { readonly remark?: string | undefined };

export const declineCommand: IncidentRule<DeclineCommand> = ({ remark }, incident, facts) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { offer, term } = incident;
  if (offer === null) return accept();
  if (!isBy(offer.to, facts)) return refuse(notOffered(incident));
  return {
    ...accept({ type: 'CommandDeclined', data: { term, member: offer.to, remark } }),
    due: [offerDue(offer.to, null)],
  };
};

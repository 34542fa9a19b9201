import { refuse } from '../../../kernel/decision.js';
import { endable } from '../choices.js';
import { directedTerm, directiveRefusals } from '../command/directive.js';
import { endOfOffer } from '../command/offer.js';
import type { IncidentRule } from '../rule.js';
import { incidentNotFound, wrongPhase } from './refusals.js';

export type DeclineIncident = {
  readonly term?: number | undefined;
  readonly reason: string;
};

/** As a resolution, but that there was nothing to resolve: what is under way may be finished. */
export const declineIncident: IncidentRule<DeclineIncident> = (command, incident, facts) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { phase } = incident;
  const refusals = directiveRefusals(command.term, incident, facts);
  if (phase !== 'DECLINED' && !endable.includes(phase)) refusals.push(wrongPhase(phase, endable));
  if (refusals.length > 0) return refuse(...refusals);
  if (phase === 'DECLINED') return { events: [] };
  const offer = endOfOffer(incident, 'CommandOfferWithdrawn');
  const data = { directedIn: directedTerm(incident), reason: command.reason };
  return { events: [...offer.events, { type: 'IncidentDeclined', data }], due: offer.due };
};

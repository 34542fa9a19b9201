import { accept, refuse } from '../../../kernel/decision.js';
import { unresolved } from '../choices.js';
import { directedTerm, directiveRefusals } from '../command/directive.js';
import { endOfOffer } from '../command/offer.js';
import { resolveWithoutContainment } from '../guardrails/resolve-without-containment.js';
import { incidentNotFound, wrongPhase } from './refusals.js';
import type { IncidentRule } from '../rule.js';

export type ResolveIncident = {
  readonly term?: number | undefined;
  readonly remark?: string | undefined;
};

/** Open actions keep their claims until they are finished; an offer of command is withdrawn. */
export const resolveIncident: IncidentRule<ResolveIncident> = (command, incident, facts) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const refusals = directiveRefusals(command.term, incident, facts);
  if (incident.phase === 'DECLINED' || incident.phase === 'MERGED')
    refusals.push(wrongPhase(incident.phase, unresolved));
  if (refusals.length > 0) return refuse(...refusals);
  if (!unresolved.includes(incident.phase)) return accept();
  const offer = endOfOffer(incident, 'CommandOfferWithdrawn');
  const data = { directedIn: directedTerm(incident), remark: command.remark };
  return {
    events: [...offer.events, { type: 'IncidentResolved', data }],
    due: offer.due,
    trips: resolveWithoutContainment(incident),
  };
};

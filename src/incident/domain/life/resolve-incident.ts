import { accept, refuse } from '../../../kernel/decision.js';
import { directedTerm, directiveRefusals } from '../command/directive.js';
import { incidentNotFound } from './refusals.js';
import type { IncidentRule } from '../rule.js';

export type ResolveIncident = {
  readonly term?: number | undefined;
  readonly remark?: string | undefined;
};

/** Open actions keep their claims until they are finished. */
export const resolveIncident: IncidentRule<ResolveIncident> = (command, incident, facts) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const refusals = directiveRefusals(command.term, incident, facts);
  if (refusals.length > 0) return refuse(...refusals);
  return incident.phase === 'RESOLVED'
    ? accept()
    : accept({
        type: 'IncidentResolved',
        data: { directedIn: directedTerm(incident), remark: command.remark },
      });
};

import { accept, refuse } from '../../../kernel/decision.js';
import { directedTerm, directiveRefusals } from '../command/directive.js';
import type { IncidentRule } from '../rule.js';
import { incidentNotFound, wrongPhase } from './refusals.js';

export type CloseIncident = {
  readonly term?: number | undefined;
  readonly remark?: string | undefined;
};

export const closeIncident: IncidentRule<CloseIncident> = (command, incident, facts) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { phase } = incident;
  const refusals = directiveRefusals(command.term, incident, facts);
  if (phase !== 'RESOLVED' && phase !== 'CLOSED') refusals.push(wrongPhase(phase, ['RESOLVED']));
  if (refusals.length > 0) return refuse(...refusals);
  return phase === 'CLOSED'
    ? accept()
    : accept({
        type: 'IncidentClosed',
        data: { directedIn: directedTerm(incident), remark: command.remark },
      });
};

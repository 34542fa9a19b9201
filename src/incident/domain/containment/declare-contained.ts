import { accept, refuse } from '../../../kernel/decision.js';
import { unresolved } from '../choices.js';
import { directedTerm, directiveRefusals } from '../command/directive.js';
import { incidentNotFound, wrongPhase } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';

export type DeclareContained = {
  readonly term?: number | undefined;
  readonly remark?: string | undefined;
};

export const declareContained: IncidentRule<DeclareContained> = (command, incident, facts) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { phase } = incident;
  const refusals = directiveRefusals(command.term, incident, facts);
  if (!unresolved.includes(phase)) refusals.push(wrongPhase(phase, ['INVESTIGATING']));
  if (refusals.length > 0) return refuse(...refusals);
  return phase === 'CONTAINED'
    ? accept()
    : accept({
        type: 'IncidentContained',
        data: { directedIn: directedTerm(incident), remark: command.remark },
      });
};

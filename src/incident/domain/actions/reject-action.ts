import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { directedTerm, directiveRefusals } from '../command/directive.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import type { ActionFacts } from './action.js';
import { undecidable } from './proposal.js';

export type RejectAction = {
  readonly action: string;
  readonly reason: string;
  readonly term?: number | undefined;
};

/** Also of one that was approved, and in every phase: minds change until it is started. */
export const rejectAction: IncidentRule<RejectAction, Facts & ActionFacts> = (
  { action, reason, term },
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const obstacles = [
    ...directiveRefusals(term, incident, facts),
    ...undecidable(action, facts.known, 'REJECTED'),
  ];
  if (obstacles.length > 0) return refuse(...obstacles);
  return facts.known?.status === 'REJECTED'
    ? accept()
    : accept({
        type: 'ActionRejected',
        data: { action, directedIn: directedTerm(incident), reason },
      });
};

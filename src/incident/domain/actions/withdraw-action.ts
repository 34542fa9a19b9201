import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { directedTerm, directiveRefusals } from '../command/directive.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import type { ActionFacts } from './action.js';
import { undecidable } from './proposal.js';

export type WithdrawAction = {
  readonly action: string;
  readonly reason?: string | undefined;
  /** Only for a directive: who proposed the action needs none. */
  readonly term?: number | undefined;
};

export const withdrawAction: IncidentRule<WithdrawAction, Facts & ActionFacts> = (
  { action, reason, term },
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { known } = facts;
  const isOwn = term === undefined && known?.proposedBy === facts.actor.id;
  const obstacles = [
    ...(isOwn ? [] : directiveRefusals(term, incident, facts)),
    ...undecidable(action, known, 'WITHDRAWN'),
  ];
  if (obstacles.length > 0) return refuse(...obstacles);
  const directedIn = isOwn ? undefined : directedTerm(incident);
  return known?.status === 'WITHDRAWN'
    ? accept()
    : accept({ type: 'ActionWithdrawn', data: { action, directedIn, reason } });
};

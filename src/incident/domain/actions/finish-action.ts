import { accept, refuse } from '../../../kernel/decision.js';
import type { ActionOutcome } from '../choices.js';
import type { IncidentEvent } from '../events.js';
import { evidenceProblems, sameIds } from '../evidence.js';
import type { EvidenceFacts } from '../evidence.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { isUnderWay } from './action.js';
import type { Action, ActionFacts } from './action.js';
import { claims } from './claim.js';
import { leaseDue } from './lease.js';
import { actionNotOpen } from './refusals.js';

export type FinishAction = {
  readonly action: string;
  readonly outcome: ActionOutcome;
  readonly remark?: string | undefined;
  readonly evidence?: readonly string[] | undefined;
};

/**
 * By anyone, and in every phase: work may still run when the incident is resolved. What came of
 * an action is worth knowing also after its lease has expired.
 */
export const finishAction: IncidentRule<FinishAction, ActionFacts & EvidenceFacts> = (
  command,
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { action, outcome, remark, evidence = [] } = command;
  const { known } = facts;
  if (!isUnderWay(known))
    return isFinishedSo(known, command) ? accept() : refuse(actionNotOpen(action));
  const problems = evidenceProblems(facts);
  if (problems.length > 0) return refuse(...problems);
  const afterExpiry = known.status === 'EXPIRED' || undefined;
  const finished: IncidentEvent = {
    type: 'ActionFinished',
    data: { action, outcome, remark, evidence, afterExpiry },
  };
  return afterExpiry === true
    ? accept(finished)
    : { ...accept(finished), release: claims(known, incident), due: [leaseDue(action, null)] };
};

/** Whether the same was said of it: its outcome in the same words, on the same grounds. */
const isFinishedSo = (
  known: Action | undefined,
  { outcome, remark, evidence = [] }: FinishAction,
): boolean =>
  known?.status === 'FINISHED' &&
  known.outcome === outcome &&
  known.outcomeRemark === (remark ?? null) &&
  sameIds(known.evidence, evidence);

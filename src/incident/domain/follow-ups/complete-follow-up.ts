import { accept, refuse } from '../../../kernel/decision.js';
import { evidenceProblems, sameIds } from '../evidence.js';
import type { EvidenceFacts } from '../evidence.js';
import type { IncidentEvent } from '../events.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentRule } from '../rule.js';
import type { Completion, FollowUpFacts } from './follow-up.js';
import { followUpCompleted, followUpNotFound, reasonRequired } from './refusals.js';

export type CompleteFollowUp = Completion & { readonly followUp: string };

/** By anyone: whoever owns it may be away, or gone. */
export const completeFollowUp: IncidentRule<CompleteFollowUp, FollowUpFacts & EvidenceFacts> = (
  command,
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { followUp, ...completion } = command;
  const { known } = facts;
  if (known === undefined) return refuse(followUpNotFound(followUp));
  if (known.completion)
    return isTheSame(known.completion, completion)
      ? accept()
      : refuse(followUpCompleted(followUp, known.completion.followUpOutcome));
  const obstacles: IncidentRefusal[] = evidenceProblems(facts);
  if (completion.followUpOutcome === 'WONT_DO' && completion.remark === undefined)
    obstacles.push(reasonRequired());
  if (obstacles.length > 0) return refuse(...obstacles);
  const completed: IncidentEvent = { type: 'FollowUpCompleted', data: command };
  return accept(completed);
};

const isTheSame = (one: Completion, other: Completion): boolean =>
  one.followUpOutcome === other.followUpOutcome &&
  one.remark === other.remark &&
  one.url === other.url &&
  sameIds(one.evidence, other.evidence);

import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import type { Instant } from '../../../kernel/instant.js';
import type { ResponderFacts } from '../command/responder.js';
import { notAResponder } from '../command/refusals.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { sightOfLead } from './lead.js';
import type { LeadFacts } from './lead.js';
import { reviewNotStarted } from './refusals.js';
import type { Review } from './state.js';

export type ChangeReview = {
  readonly lead?: string | undefined;
  readonly dueAt?: Instant | undefined;
};

/** Hands the review over, or says when it should be published. What is not said stays. */
export const changeReview: IncidentRule<ChangeReview, Facts & LeadFacts & ResponderFacts> = (
  command,
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { review } = incident;
  if (review === null) return refuse(reviewNotStarted());
  const { lead, dueAt } = planned(review, command);
  if (lead === review.lead)
    return dueAt === (review.dueAt ?? undefined)
      ? accept()
      : accept({ type: 'ReviewChanged', data: { lead, dueAt } });
  if (!facts.mayRespond) return refuse(notAResponder(lead, 'lead'));
  return accept(
    { type: 'ReviewChanged', data: { lead, dueAt, formerLead: review.lead } },
    ...sightOfLead(lead, incident, facts),
  );
};

const planned = (review: Review, { lead, dueAt }: ChangeReview) => ({
  lead: lead ?? review.lead,
  dueAt: dueAt ?? review.dueAt ?? undefined,
});

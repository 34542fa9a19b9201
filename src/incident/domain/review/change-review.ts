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

export type ChangeReview = {
  readonly lead?: string | undefined;
  readonly dueAt?: Instant | undefined;
};

/** Hands the review over, or says when it should be published. What is not said stays. */
export const changeReview: IncidentRule<ChangeReview, Facts & LeadFacts & ResponderFacts> = (
  { lead: named, dueAt: wanted },
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { review } = incident;
  if (review === null) return refuse(reviewNotStarted());
  const lead = named ?? review.lead;
  const dueAt = wanted ?? review.dueAt ?? undefined;
  const isHandedOver = lead !== review.lead;
  if (!isHandedOver && dueAt === (review.dueAt ?? undefined)) return accept();
  if (!isHandedOver) return accept({ type: 'ReviewChanged', data: { lead, dueAt } });
  if (!facts.mayRespond) return refuse(notAResponder(lead, 'lead'));
  return accept(
    { type: 'ReviewChanged', data: { lead, dueAt, formerLead: review.lead } },
    ...sightOfLead(lead, incident, facts),
  );
};

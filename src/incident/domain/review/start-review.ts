import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import type { Instant } from '../../../kernel/instant.js';
import type { Phase } from '../choices.js';
import type { ResponderFacts } from '../command/responder.js';
import { notAResponder } from '../command/refusals.js';
import { incidentNotFound, personRequired, wrongPhase } from '../life/refusals.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentRule } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import { sightOfLead } from './lead.js';
import type { LeadFacts } from './lead.js';
import { reviewStarted } from './refusals.js';
import type { Review } from './state.js';

export type StartReview = {
  /** Whoever starts it, unless given. */
  readonly lead?: string | undefined;
  readonly dueAt?: Instant | undefined;
};

const reviewable: readonly Phase[] = ['CONTAINED', 'RESOLVED', 'CLOSED'];

/** Who has started it leads it, until it is handed over: nobody takes it from them by starting again. */
export const startReview: IncidentRule<StartReview, Facts & LeadFacts & ResponderFacts> = (
  { lead: named, dueAt },
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { actor } = facts;
  const lead = named ?? (actor.kind === 'MEMBER' ? actor.id : undefined);
  if (lead === undefined) return refuse(personRequired());
  const { review } = incident;
  if (review !== null)
    return isSo(review, { lead, dueAt }) ? accept() : refuse(reviewStarted(review));
  const obstacles: IncidentRefusal[] = [...tooEarly(incident)];
  if (!facts.mayRespond) obstacles.push(notAResponder(lead, 'lead'));
  if (obstacles.length > 0) return refuse(...obstacles);
  return accept(
    { type: 'ReviewStarted', data: { lead, dueAt } },
    ...sightOfLead(lead, incident, facts),
  );
};

const isSo = (review: Review, { lead, dueAt }: StartReview): boolean =>
  review.lead === lead && (dueAt === undefined || review.dueAt === dueAt);

/** While users are hurt there is no looking back; what is learned by then can be recorded. */
const tooEarly = ({ mode, phase }: DeclaredIncident) =>
  mode === 'RETROSPECTIVE' || reviewable.includes(phase) ? [] : [wrongPhase(phase, reviewable)];

import { refuse } from '../../../kernel/decision.js';
import type { Decision } from '../../../kernel/decision.js';
import type { IncidentEvent } from '../events.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentDecision } from '../rule.js';
import type { Incident } from '../state.js';
import type { Met, TripOfLate } from './met.js';
import { weigh } from './weigh.js';
import type { GuardrailEvent, Weighing } from './weigh.js';

export type Guarding = Omit<Weighing, 'incident'> & {
  readonly incident: Incident;
  /** What the actor has tripped within five minutes. Strict: rows of the incident. */
  readonly late: readonly TripOfLate[];
};

/** What a rule says once the guardrails have had their say. */
export type Guarded = {
  readonly decision: Decision<IncidentEvent, IncidentRefusal>;
  /** What went through and is worth a notice, whether it is recorded again or not. */
  readonly noted: readonly Met[];
};

/** Lets the guardrails stop what a rule has accepted, or put on the record what it has met. */
export const guard = (decision: IncidentDecision, guarding: Guarding): Guarded => {
  if ('refusals' in decision) return { decision, noted: [] };
  const { trips = [], ...accepted } = decision;
  const { incident, late } = guarding;
  if (trips.length === 0 || incident.status === 'undeclared')
    return { decision: accepted, noted: [] };
  const { refusals, events, noted } = weigh(trips, { ...guarding, incident });
  const recorded = withoutRepeats(events, late);
  return refusals.length > 0
    ? { decision: { ...refuse(...refusals), noted: recorded }, noted }
    : { decision: { ...accepted, events: [...recorded, ...accepted.events] }, noted };
};

/**
 * An override is kept each time: it has a reason of its own. That something was refused does not
 * say that it was done later, when another mode let it through.
 */
const withoutRepeats = (
  events: readonly GuardrailEvent[],
  late: readonly TripOfLate[],
): readonly GuardrailEvent[] =>
  events.filter(
    ({ type, data }) => type === 'GuardrailOverridden' || !late.some((one) => isSame(one, data)),
  );

const isSame = (one: TripOfLate, other: TripOfLate): boolean =>
  one.guardrail === other.guardrail &&
  one.subject === other.subject &&
  (one.blocked ?? false) === (other.blocked ?? false);

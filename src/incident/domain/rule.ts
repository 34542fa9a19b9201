import type { Accepted, Facts, Refused } from '../../kernel/decision.js';
import type { Playbook } from '../../playbook/domain/playbook.js';
import type { IncidentEvent } from './events.js';
import type { Trip } from './guardrails/trip.js';
import type { Incident } from './incident.js';
import type { IncidentRefusal } from './refusals.js';

/** What a rule of the incident says: a decision, and which guardrails the command has met. */
export type IncidentDecision =
  | (Accepted<IncidentEvent, IncidentRefusal> & { readonly trips?: readonly Trip[] })
  | Refused<IncidentEvent, IncidentRefusal>;

/** What every rule may ask for. */
export type PlaybookFacts = {
  /** The version that the incident runs. Strict: the head names it, and it never changes. */
  readonly playbook: Playbook;
};

/** A decision of the incident: the kernel's `Decide`, for rules that may need more facts. */
export type IncidentRule<C, F extends Facts = Facts> = (
  command: C,
  incident: Incident,
  facts: F,
) => IncidentDecision;

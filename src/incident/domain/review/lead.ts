import type { Facts } from '../../../kernel/decision.js';
import type { IncidentEvent } from '../events.js';
import { granted } from '../sight/grant.js';
import type { Grants } from '../sight/grant.js';
import type { DeclaredIncident } from '../state.js';

export type LeadFacts = {
  /** Of the member who is to lead. Strict: the version of the incident backs them. */
  readonly grants: Grants;
};

/** Who leads the review of a restricted incident sees it. */
export const sightOfLead = (
  lead: string,
  { restricted }: Pick<DeclaredIncident, 'restricted'>,
  { actor, grants }: Pick<Facts, 'actor'> & LeadFacts,
): IncidentEvent[] =>
  restricted && lead !== actor.id && grants[lead] !== 'LASTING' ? [granted(lead)] : [];

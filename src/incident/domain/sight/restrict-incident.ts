import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import { granted } from './grant.js';
import type { Grants } from './grant.js';

export type RestrictIncident = { readonly reason?: string | undefined };

export type RestrictIncidentFacts = Facts & {
  /** Of the keepers. Strict: the version of the incident backs them. */
  readonly grants: Grants;
};

/** Whoever restricts, commands, is offered command or leads the review keeps sight: nobody is locked out of it. */
export const restrictIncident: IncidentRule<RestrictIncident, RestrictIncidentFacts> = (
  { reason },
  incident,
  { actor, grants },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (incident.restricted) return accept();
  return accept(
    { type: 'IncidentRestricted', data: { reason } },
    ...keepersOf(incident, actor)
      .filter((viewer) => grants[viewer] !== 'LASTING')
      .map((viewer) => granted(viewer)),
  );
};

/** Who keeps sight when this actor restricts the incident: everyone once. */
export const keepersOf = (
  { commander, offer, review }: Pick<DeclaredIncident, 'commander' | 'offer' | 'review'>,
  actor: Facts['actor'],
): readonly string[] => {
  const keepers = [commander?.member, offer?.to, review?.lead].filter(
    (member) => member !== undefined,
  );
  return [...new Set(actor.kind === 'POLICY' ? keepers : [actor.id, ...keepers])];
};

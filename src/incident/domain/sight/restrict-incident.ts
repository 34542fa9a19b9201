import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { granted } from './grant.js';
import type { Grants } from './grant.js';

export type RestrictIncident = { readonly reason?: string | undefined };

export type RestrictIncidentFacts = Facts & {
  /** Of the actor and of the commander. Strict: the version of the incident backs them. */
  readonly grants: Grants;
};

/** Whoever restricts and whoever commands keep sight: nobody locks themselves out. */
export const restrictIncident: IncidentRule<RestrictIncident, RestrictIncidentFacts> = (
  { reason },
  incident,
  { actor, grants },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (incident.restricted) return accept();
  const keep = new Set([
    ...(actor.kind === 'POLICY' ? [] : [actor.id]),
    ...(incident.commander === null ? [] : [incident.commander.member]),
  ]);
  return accept(
    { type: 'IncidentRestricted', data: { reason } },
    ...[...keep].filter((viewer) => grants[viewer] !== 'LASTING').map((viewer) => granted(viewer)),
  );
};

import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import type { Grants } from './grant.js';
import { commanderNeedsSight } from './refusals.js';

export type RevokeSight = {
  /** `mem_...` or `int_...` */
  readonly viewer: string;
  readonly reason?: string | undefined;
};

export type RevokeSightFacts = Facts & {
  /** Of the viewer. Strict: the version of the incident backs it. */
  readonly grants: Grants;
};

/** Who participates goes on to see the incident, until they leave it. */
export const revokeSight: IncidentRule<RevokeSight, RevokeSightFacts> = (
  { viewer, reason },
  incident,
  { grants },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (grants[viewer] === undefined) return accept();
  return incident.commander?.member === viewer && incident.restricted
    ? refuse(commanderNeedsSight(viewer))
    : accept({ type: 'SightRevoked', data: { viewer, reason } });
};

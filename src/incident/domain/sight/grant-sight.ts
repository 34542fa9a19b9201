import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { granted } from './grant.js';
import type { Grants } from './grant.js';
import { viewerNotFound } from './refusals.js';

export type GrantSight = {
  /** `mem_...` or `int_...` */
  readonly viewer: string;
  readonly reason?: string | undefined;
};

export type GrantSightFacts = Facts & {
  /** Of the viewer. Strict: the version of the incident backs it. */
  readonly grants: Grants;
  /** Whether the organization has such a member or integration. Advisory. */
  readonly viewerExists: boolean;
};

/** Also while the incident is open: guests see only what they were granted. */
export const grantSight: IncidentRule<GrantSight, GrantSightFacts> = (
  { viewer, reason },
  incident,
  { grants, viewerExists },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (grants[viewer] === 'LASTING') return accept();
  return viewerExists ? accept(granted(viewer, { reason })) : refuse(viewerNotFound(viewer));
};

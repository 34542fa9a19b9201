import type { ActingService } from '../../organization/acting.service.js';
import type { GrantSightFacts } from '../domain/sight/grant-sight.js';
import type { Grants } from '../domain/sight/grant.js';
import { keepersOf, type RestrictIncidentFacts } from '../domain/sight/restrict-incident.js';
import type { RevokeSightFacts } from '../domain/sight/revoke-sight.js';
import { readGrants } from '../views/sight.query.js';
import type { FactSources, ReadFacts } from './facts.js';
import { participationOf } from './participation.facts.js';
import { heldRoles } from './roles.facts.js';

/** What these viewers were granted. Strict: rows of the incident. */
export const grantsOf = async (
  { reads, incident }: FactSources,
  ...viewers: string[]
): Promise<Grants> => {
  const rows = await readGrants(reads, incident, viewers);
  return Object.fromEntries(
    rows.map(({ viewer, forHelp }) => [viewer, forHelp ? 'FOR_HELP' : 'LASTING']),
  );
};

/** What those were granted who are to keep sight. */
export const keeperFacts: ReadFacts<RestrictIncidentFacts> = async (sources) => {
  const { state, actor } = sources;
  const keepers = state.status === 'declared' ? keepersOf(state, actor) : [];
  return { grants: await grantsOf(sources, ...keepers) };
};

/** What the viewer was granted, how they take part, and the roles that are held. */
export const revocationFacts =
  (viewer: string): ReadFacts<RevokeSightFacts> =>
  async (sources) => ({
    grants: await grantsOf(sources, viewer),
    ...(await participationOf(viewer)(sources)),
    ...(await heldRoles(sources)),
  });

/** What the viewer was granted, and whether there is such a viewer. That is advisory: it is of another stream. */
export const grantFacts =
  (viewer: string, acting: ActingService): ReadFacts<GrantSightFacts> =>
  async (sources) => ({
    grants: await grantsOf(sources, viewer),
    viewerExists: await acting.isKnown(sources.reads, viewer),
  });

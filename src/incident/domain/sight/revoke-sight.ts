import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { endOfOffer } from '../command/offer.js';
import type { IncidentEvent } from '../events.js';
import { incidentNotFound } from '../life/refusals.js';
import type { ParticipationFacts } from '../roles/participation.js';
import { releasedBy } from '../roles/release.js';
import type { RolesFacts } from '../roles/role.js';
import type { IncidentRule } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import type { Grants } from './grant.js';
import { commanderNeedsSight } from './refusals.js';

export type RevokeSight = {
  /** `mem_...` or `int_...` */
  readonly viewer: string;
  readonly reason?: string | undefined;
};

/** `participation` and `grants` are those of the viewer. */
export type RevokeSightFacts = Facts &
  ParticipationFacts &
  RolesFacts & {
    /** Strict: the version of the incident backs it. */
    readonly grants: Grants;
  };

/**
 * Who takes part in a restricted incident sees it for that alone: who is to see it no longer is
 * out of it, with their roles.
 */
export const revokeSight: IncidentRule<RevokeSight, RevokeSightFacts> = (
  { viewer, reason },
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { commander, restricted } = incident;
  const hadPart = restricted && facts.participation !== undefined;
  if (facts.grants[viewer] === undefined && !hadPart) return accept();
  const revoked: IncidentEvent = { type: 'SightRevoked', data: { viewer, reason } };
  if (!restricted) return accept(revoked);
  if (commander?.member === viewer) return refuse(commanderNeedsSight(viewer));
  const offer = endOfOfferTo(viewer, incident);
  const left: IncidentEvent = { type: 'ResponderLeft', data: { member: viewer } };
  const parting = hadPart ? [...releasedBy(viewer, facts), left] : [];
  return { events: [...offer.events, ...parting, revoked], due: offer.due };
};

/** They could no longer accept it. */
const endOfOfferTo = (viewer: string, incident: DeclaredIncident): ReturnType<typeof endOfOffer> =>
  incident.offer?.to === viewer
    ? endOfOffer(incident, 'CommandOfferWithdrawn')
    : { events: [], due: [] };

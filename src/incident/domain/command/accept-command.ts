import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { commandForHolder } from '../guardrails/two-hats.js';
import { incidentNotFound, personRequired } from '../life/refusals.js';
import { joining } from '../roles/participation.js';
import type { ParticipationFacts } from '../roles/participation.js';
import type { RolesFacts } from '../roles/role.js';
import type { IncidentRule } from '../rule.js';
import { isByCommander } from './commander.js';
import { isPast, offerDue } from './offer.js';
import { notOffered, offerExpired } from './refusals.js';

export type AcceptCommand = Readonly<Record<string, never>>;

/** An offer may be past its time before the policy has come to say so. */
export const acceptCommand: IncidentRule<AcceptCommand, Facts & ParticipationFacts & RolesFacts> = (
  _command,
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { actor, now } = facts;
  if (actor.kind !== 'MEMBER') return refuse(personRequired());
  if (isByCommander(incident, facts)) return accept();
  const { commander, offer, term } = incident;
  if (commander === null || offer?.to !== actor.id) return refuse(notOffered(incident));
  if (isPast(offer, incident, now)) return refuse(offerExpired(incident, offer.until));
  const data = { term: term + 1, member: actor.id, formerCommander: commander.member };
  return {
    ...accept({ type: 'CommandAccepted', data }, ...joining(actor.id, facts)),
    due: [offerDue(actor.id, null)],
    trips: commandForHolder(actor.id, facts.roles),
  };
};

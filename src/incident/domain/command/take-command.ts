import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { unresolved } from '../choices.js';
import type { IncidentEvent } from '../events.js';
import { commandForHolder } from '../guardrails/two-hats.js';
import { incidentNotFound, personRequired, wrongPhase } from '../life/refusals.js';
import { joining } from '../roles/participation.js';
import type { ParticipationFacts } from '../roles/participation.js';
import type { RolesFacts } from '../roles/role.js';
import type { IncidentRule } from '../rule.js';
import { alreadyCommanded } from './refusals.js';
import type { CommanderFacts } from './responder.js';
import { vacated } from './vacate.js';

export type TakeCommand = Readonly<Record<string, never>>;

type Told = Facts & ParticipationFacts & CommanderFacts & RolesFacts;

/** From nobody, or from somebody who could neither give it up nor pass it on any more. */
export const takeCommand: IncidentRule<TakeCommand, Told> = (_command, incident, facts) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { actor } = facts;
  if (actor.kind !== 'MEMBER') return refuse(personRequired());
  const { commander, phase, term } = incident;
  if (commander?.member === actor.id) return accept();
  if (!unresolved.includes(phase)) return refuse(wrongPhase(phase, unresolved));
  if (commander !== null && facts.commanderIsGone !== true)
    return refuse(alreadyCommanded(commander.member, term));
  const former = commander
    ? vacated(incident, commander.member, { mayNoLongerRespond: true })
    : { events: [], due: [] };
  const taken: IncidentEvent = {
    type: 'CommandTaken',
    data: { term: term + 1, member: actor.id },
  };
  return {
    ...accept(...former.events, taken, ...joining(actor.id, facts)),
    due: former.due,
    trips: commandForHolder(actor.id, facts.roles),
  };
};

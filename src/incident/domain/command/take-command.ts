import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { unresolved } from '../choices.js';
import { commandForHolder } from '../guardrails/two-hats.js';
import { incidentNotFound, personRequired, wrongPhase } from '../life/refusals.js';
import { joining } from '../roles/participation.js';
import type { ParticipationFacts } from '../roles/participation.js';
import type { RolesFacts } from '../roles/role.js';
import type { IncidentRule } from '../rule.js';
import { alreadyCommanded } from './refusals.js';

export type TakeCommand = Readonly<Record<string, never>>;

export const takeCommand: IncidentRule<TakeCommand, Facts & ParticipationFacts & RolesFacts> = (
  _command,
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { actor } = facts;
  if (actor.kind !== 'MEMBER') return refuse(personRequired());
  const { commander, phase, term } = incident;
  if (commander?.member === actor.id) return accept();
  if (!unresolved.includes(phase)) return refuse(wrongPhase(phase, unresolved));
  if (commander !== null) return refuse(alreadyCommanded(commander.member, term));
  const data = { term: term + 1, member: actor.id };
  return {
    ...accept({ type: 'CommandTaken', data }, ...joining(actor.id, facts)),
    trips: commandForHolder(actor.id, facts.roles),
  };
};

import { accept, refuse } from '../../../kernel/decision.js';
import { unresolved } from '../choices.js';
import { incidentNotFound, personRequired, wrongPhase } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { alreadyCommanded } from './refusals.js';

export type TakeCommand = Readonly<Record<string, never>>;

export const takeCommand: IncidentRule<TakeCommand> = (_command, incident, { actor }) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (actor.kind !== 'MEMBER') return refuse(personRequired());
  const { commander, phase, term } = incident;
  if (commander?.member === actor.id) return accept();
  if (!unresolved.includes(phase)) return refuse(wrongPhase(phase, unresolved));
  return commander === null
    ? accept({ type: 'CommandTaken', data: { term: term + 1, member: actor.id } })
    : refuse(alreadyCommanded(commander.member, term));
};

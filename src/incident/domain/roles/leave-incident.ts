import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { isByCommander } from '../command/commander.js';
import { incidentNotFound, personRequired } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import type { ParticipationFacts } from './participation.js';
import { commanderCannotLeave } from './refusals.js';
import { releasedBy } from './release.js';
import type { RolesFacts } from './role.js';

export type LeaveIncident = Readonly<Record<string, never>>;

/** Roles are left behind, so that nobody waits for someone who has gone. */
export const leaveIncident: IncidentRule<LeaveIncident, Facts & ParticipationFacts & RolesFacts> = (
  _command,
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { actor, participation } = facts;
  if (actor.kind !== 'MEMBER') return refuse(personRequired());
  if (isByCommander(incident, facts)) return refuse(commanderCannotLeave(incident.term));
  return participation === undefined
    ? accept()
    : accept(...releasedBy(actor.id, facts), {
        type: 'ResponderLeft',
        data: { member: actor.id },
      });
};

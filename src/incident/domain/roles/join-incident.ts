import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { isByCommander } from '../command/commander.js';
import { incidentNotFound, personRequired } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import type { Participation } from './choices.js';
import type { ParticipationFacts } from './participation.js';
import { commanderCannotLeave } from './refusals.js';
import { releasedBy } from './release.js';
import type { RolesFacts } from './role.js';

export type JoinIncident = {
  /** As before unless said, and at first as a responder. */
  readonly as?: Participation | undefined;
};

/** Who becomes an observer steps back from what they were responsible for. */
export const joinIncident: IncidentRule<JoinIncident, Facts & ParticipationFacts & RolesFacts> = (
  command,
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { actor, participation } = facts;
  if (actor.kind !== 'MEMBER') return refuse(personRequired());
  const as = command.as ?? participation ?? 'RESPONDER';
  if (as === participation) return accept();
  if (as === 'OBSERVER' && isByCommander(incident, facts))
    return refuse(commanderCannotLeave(incident.term));
  return accept(...(as === 'OBSERVER' ? releasedBy(actor.id, facts) : []), {
    type: 'ResponderJoined',
    data: { member: actor.id, as },
  });
};

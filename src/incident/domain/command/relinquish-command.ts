import { accept, refuse } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { isByCommander } from './commander.js';
import { notCommander } from './refusals.js';
import { vacated } from './vacate.js';

export type RelinquishCommand = { readonly remark?: string | undefined };

/** Open in every phase: whoever commanded last would command again when it is reopened. */
export const relinquishCommand: IncidentRule<RelinquishCommand> = ({ remark }, incident, facts) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { commander } = incident;
  if (commander === null) return accept();
  if (!isByCommander(incident, facts)) return refuse(notCommander(incident));
  return vacated(incident, commander.member, { remark });
};

import { accept, refuse } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import type { LinkFacts } from './link.js';
import { changeNotLinked } from './refusals.js';

export type UnlinkChange = { readonly change: string; readonly reason: string };

/** One that policy has unlinked can be unlinked once more, so that policy leaves it so. */
export const unlinkChange: IncidentRule<UnlinkChange, LinkFacts> = (
  { change, reason },
  incident,
  { link },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (link === undefined) return refuse(changeNotLinked(change));
  return link.status === 'UNLINKED' && !link.byPolicy
    ? accept()
    : accept({ type: 'ChangeUnlinked', data: { change, reason } });
};

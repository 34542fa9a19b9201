import { accept, refuse } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import type { LinkFacts } from './link.js';
import { changeNotLinked } from './refusals.js';
import { lookForSuspects } from './window.js';

export type UnlinkChange = { readonly change: string; readonly reason: string };

/**
 * One that policy has unlinked can be unlinked once more, so that policy leaves it so. The place of
 * a suspect is free for the next nearest.
 */
export const unlinkChange: IncidentRule<UnlinkChange, LinkFacts> = (
  { change, reason },
  incident,
  { link, now },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (link === undefined) return refuse(changeNotLinked(change));
  if (link.status === 'UNLINKED' && !link.byPolicy) return accept();
  return {
    ...accept({ type: 'ChangeUnlinked', data: { change, reason } }),
    due: incident.impactStartedAt === null ? [] : [lookForSuspects(now)],
  };
};

import { accept, refuse } from '../../../kernel/decision.js';
import type { Instant } from '../../../kernel/instant.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { isLinked, isUnjudged } from './link.js';
import type { LinkFacts } from './link.js';
import { changeUnknown } from './refusals.js';
import { secondsBefore } from './window.js';

export type LinkChange = { readonly change: string };

export type LinkChangeFacts = LinkFacts & {
  /** When the change began; absent if there is no such change. Advisory: it may be revised. */
  readonly changeStartedAt?: Instant | undefined;
};

/** Any change, whenever it was; also one that policy has linked, so that policy leaves it so. */
export const linkChange: IncidentRule<LinkChange, LinkChangeFacts> = (
  { change },
  incident,
  { link, changeStartedAt },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (isLinked(link) && !isUnjudged(link)) return accept();
  if (changeStartedAt === undefined) return refuse(changeUnknown(change));
  const secondsBeforeImpact = secondsBefore(changeStartedAt, incident.impactStartedAt);
  return accept({ type: 'ChangeLinked', data: { change, changeStartedAt, secondsBeforeImpact } });
};

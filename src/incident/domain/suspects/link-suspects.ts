import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import type { Instant } from '../../../kernel/instant.js';
import type { Playbook } from '../../../playbook/domain/playbook.js';
import type { IncidentEvent } from '../events.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule, PlaybookFacts } from '../rule.js';
import { isLinked, isUnjudged } from './link.js';
import type { Link } from './link.js';
import {
  lookForSuspects,
  maxSuspectsByPolicy,
  secondsBefore,
  suspectsFound,
  windowBefore,
} from './window.js';

/** A change that may have to do with the incident. */
export type Candidate = { readonly change: string; readonly startedAt: Instant };

export type LinkSuspectsFacts = Facts &
  PlaybookFacts & {
    /**
     * At least the nearest changes of the window that no person has unlinked, as many as may be
     * linked. Advisory: what is recorded by it is looked at once more.
     */
    readonly candidates: readonly Candidate[];
    /** Of the incident. Strict. */
    readonly links: readonly Link[];
  };

/**
 * What policy makes of the window before the impact: the nearest changes in it are suspects. One
 * that fell out of it, or that nearer ones crowd out, is unlinked if nobody has judged it; policy
 * may link it again, as nobody has said that it has nothing to do with the incident.
 *
 * It is through when it finds nothing to do: a change that moved since it was read may have been
 * looked at already, by whoever saw the incident as it was before.
 */
export const linkSuspects: IncidentRule<unknown, LinkSuspectsFacts> = (
  _command,
  incident,
  { candidates, links, now, playbook },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { impactStartedAt } = incident;
  const known = new Map(links.map((link) => [link.change, link]));
  const wanted = nearest(candidates, impactStartedAt, playbook).filter(
    ({ change }) => !isUnlinkedByPerson(known.get(change)),
  );
  const suspects = wanted.slice(0, maxSuspectsByPolicy);
  const isWanted = new Set(suspects.map(({ change }) => change));
  const over = links.filter((link) => isUnjudged(link) && !isWanted.has(link.change));
  const fresh = suspects.filter(({ change }) => !isLinked(known.get(change)));
  const events = [
    ...over.map(({ change }) => unlinked(change)),
    ...fresh.map((candidate) => linked(candidate, impactStartedAt)),
  ];
  return { ...accept(...events), due: [events.length > 0 ? lookForSuspects(now) : suspectsFound] };
};

/** Those of the window; the later it began, the nearer. */
const nearest = (
  candidates: readonly Candidate[],
  impact: Instant | null,
  playbook: Playbook,
): Candidate[] => {
  if (impact === null) return [];
  const { from, to } = windowBefore(impact, playbook);
  return candidates
    .filter(({ startedAt }) => from <= startedAt && startedAt <= to)
    .sort((one, other) => (one.startedAt < other.startedAt ? 1 : -1));
};

const isUnlinkedByPerson = (link: Link | undefined): boolean =>
  link?.status === 'UNLINKED' && !link.byPolicy;

const linked = ({ change, startedAt }: Candidate, impact: Instant | null): IncidentEvent => ({
  type: 'ChangeLinked',
  data: {
    change,
    changeStartedAt: startedAt,
    secondsBeforeImpact: secondsBefore(startedAt, impact),
  },
});

const unlinked = (change: string): IncidentEvent => ({
  type: 'ChangeUnlinked',
  data: { change, reason: 'It is not among the nearest changes before the impact any more' },
});

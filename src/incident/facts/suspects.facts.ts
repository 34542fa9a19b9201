import type { ChangeService } from '../../change/change.service.js';
import type { PlaybookService } from '../../playbook/playbook.service.js';
import type { Link, LinkFacts, JudgeFacts } from '../domain/suspects/link.js';
import type { LinkChangeFacts } from '../domain/suspects/link-change.js';
import type { LinkSuspectsFacts } from '../domain/suspects/link-suspects.js';
import { maxSuspectsByPolicy, windowBefore } from '../domain/suspects/window.js';
import { readLink, readLinks, type LinkRow } from '../views/links.query.js';
import { unknownEvidence } from './evidence.facts.js';
import type { ReadFacts } from './facts.js';
import { actorOf } from '../../kernel/actor-of.js';

/** What the incident has to say of one change. */
export const linkFacts =
  (change: string): ReadFacts<LinkFacts> =>
  async ({ reads, incident }) => {
    const row = await readLink(reads, incident, change);
    return { link: row && linkOf(row) };
  };

export const linkChangeFacts =
  (change: string, changes: ChangeService): ReadFacts<LinkChangeFacts> =>
  async (sources) => ({
    ...(await linkFacts(change)(sources)),
    changeStartedAt: (await changes.find(sources.reads, change))?.startedAt,
  });

export const judgeFacts =
  (change: string, evidence: readonly string[] | undefined): ReadFacts<JudgeFacts> =>
  async (sources) => ({
    ...(await linkFacts(change)(sources)),
    ...(await unknownEvidence(evidence)(sources)),
  });

/** The changes of the window before the impact, and what is linked, judged or unlinked already. */
export const linkSuspectsFacts =
  (changes: ChangeService, playbooks: PlaybookService): ReadFacts<LinkSuspectsFacts> =>
  async ({ organization, reads, incident, state }) => {
    const links = (await readLinks(reads, incident)).map(linkOf);
    if (state.status === 'undeclared' || state.impactStartedAt === null)
      return { candidates: [], links };
    const unlinked = links.filter(({ status, byPolicy }) => status === 'UNLINKED' && !byPolicy);
    const playbook = await playbooks.running(organization, state.playbook);
    const candidates = await changes.latestWithin(
      reads,
      windowBefore(state.impactStartedAt, playbook),
      unlinked.map(({ change }) => change),
      maxSuspectsByPolicy,
    );
    return { candidates, links };
  };

const linkOf = ({ change, status, statusBy }: LinkRow): Link => ({
  change,
  status,
  byPolicy: actorOf(statusBy).kind === 'POLICY',
});

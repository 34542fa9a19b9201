import fc from 'fast-check';
import {
  clearChange,
  implicateChange,
} from '../../../src/incident/domain/suspects/judge-change.js';
import { linkChange } from '../../../src/incident/domain/suspects/link-change.js';
import type { Link } from '../../../src/incident/domain/suspects/link.js';
import { linkSuspects } from '../../../src/incident/domain/suspects/link-suspects.js';
import { unlinkChange } from '../../../src/incident/domain/suspects/unlink-change.js';
import { windowBefore } from '../../../src/incident/domain/suspects/window.js';
import { plusSeconds } from '../../../src/kernel/instant.js';
import { sampleId } from '../given.js';
import { attempts, words } from './attempt.js';
import type { Attempt, Past } from './attempt.js';
import { runningIn } from './running.js';

/** Ten changes, one every twenty minutes until 14:00: some lie outside of any window. */
export const candidates = Array.from({ length: 10 }, (_, index) => ({
  change: sampleId('chg', String(index)),
  startedAt: plusSeconds('2019-07-02T14:00:00.000000Z', -index * 1_200),
}));

type Row = { readonly change: string; readonly status: Link['status']; readonly status_by: string };

export const linksOf = ({ rows, streamId }: Pick<Past, 'rows' | 'streamId'>): Link[] =>
  rows
    .all('incident_changes')
    .filter((row) => row['incident'] === streamId)
    .map((row) => row as unknown as Row)
    .map((row) => ({
      change: row.change,
      status: row.status,
      byPolicy: row.status_by === 'suspects',
    }));

const linkOf = ({ change: id }: { readonly change: string }, past: Past) => ({
  link: linksOf(past).find((one) => one.change === id),
});

const byPolicy = (of: fc.Arbitrary<Attempt>): fc.Arbitrary<Attempt> =>
  of.map((attempt) => ({ ...attempt, actor: { kind: 'POLICY', id: 'suspects' } }));

/** At any moment, as the policy may come late. */
export const looks = byPolicy(
  attempts(linkSuspects, fc.constant({}), true, (_, past) => ({
    candidates:
      past.incident.status === 'declared' && past.incident.impactStartedAt !== null
        ? candidates.filter(({ startedAt }) => isWithin(startedAt, past.incident))
        : [],
    links: linksOf(past),
  })),
);
const isWithin = (at: string, incident: Past['incident']): boolean => {
  if (incident.status === 'undeclared' || incident.impactStartedAt === null) return false;
  const { from, to } = windowBefore(incident.impactStartedAt, runningIn(incident));
  return from <= at && at <= to;
};

/** Few, so that one is met again. */
const few = fc.constantFrom(...candidates.slice(1, 4).map((one) => one.change));
const judgement = fc.record({ change: few, reason: words });
const links = attempts(linkChange, fc.record({ change: few }), true, (command, past) => ({
  ...linkOf(command, past),
  changeStartedAt: candidates.find((one) => one.change === command.change)?.startedAt,
}));
const judgements = fc.oneof(
  attempts(clearChange, judgement, true, linkOf),
  attempts(implicateChange, judgement, true, linkOf),
);

/** Judged more often than not, since little can be judged before it is linked. */
export const suspectsAttempts = [
  ...[looks, links, attempts(unlinkChange, judgement, true, linkOf)],
  ...[judgements, judgements, judgements],
];

import type { Actor } from '../../kernel/event.js';
import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { HypothesisStatus } from '../domain/hypotheses/choices.js';
import { actorOf } from '../../kernel/actor-of.js';

/** A hypothesis as it stands. */
export type HypothesisView = {
  readonly id: string;
  readonly incident: string;
  readonly statement: string;
  readonly status: HypothesisStatus;
  readonly raisedBy: Actor;
  readonly raisedAt: Instant;
  /** The event in which something was said of it last. */
  readonly latest: string;
};

type Row = Omit<HypothesisView, 'raisedBy'> & { readonly raisedBy: string };

const columns = `id, incident, statement, status, raised_by as "raisedBy",
  bridgelog.instant(raised_at) as "raisedAt", latest`;

/** The hypotheses with these ids, in any order. */
export const readHypotheses = async (
  reads: ReadSession,
  ids: readonly string[],
): Promise<readonly HypothesisView[]> =>
  viewsOf(
    await reads.query<Row>(
      `select ${columns} from bridgelog.hypotheses
        where organization = $1 and id = any ($2::text[])`,
      [reads.organization, ids],
    ),
  );

/** The hypotheses of these incidents: the open ones first, then by the time of raising. */
export const readHypothesesOf = async (
  reads: ReadSession,
  incidents: readonly string[],
): Promise<readonly HypothesisView[]> =>
  viewsOf(
    await reads.query<Row>(
      `select ${columns} from bridgelog.hypotheses
        where organization = $1 and incident = any ($2::text[])
        order by status <> 'OPEN', raised_at, id`,
      [reads.organization, incidents],
    ),
  );

const mostSteps = 50;

/** The ids of the latest events about each of these hypotheses, in order. */
export const readHypothesisSteps = (
  reads: ReadSession,
  hypotheses: readonly string[],
): Promise<readonly { readonly hypothesis: string; readonly id: string }[]> =>
  reads.query(
    `select asked.hypothesis, step.id from unnest($2::text[]) asked (hypothesis)
      cross join lateral (
        select id, version from bridgelog.hypothesis_steps s
          where s.organization = $1 and s.hypothesis = asked.hypothesis
          order by version desc limit ${mostSteps}) step
      order by step.version`,
    [reads.organization, hypotheses],
  );

const viewsOf = (rows: readonly Row[]): readonly HypothesisView[] =>
  rows.map((row) => ({ ...row, raisedBy: actorOf(row.raisedBy) }));

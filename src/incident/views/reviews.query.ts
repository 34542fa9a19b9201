import { actorOf } from '../../kernel/actor-of.js';
import type { Actor } from '../../kernel/event.js';
import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { Mode, Phase, Severity } from '../domain/choices.js';
import type { ReviewState } from '../domain/review/choices.js';
import type { Stretch } from './stretch.js';

/** The review of an incident, by the id of the incident. */
export type ReviewView = {
  readonly incident: string;
  readonly state: Exclude<ReviewState, 'NONE'>;
  readonly lead: Actor;
  readonly dueAt: Instant | null;
  readonly startedBy: Actor;
  readonly startedAt: Instant;
};

export type EditionView = {
  /** The event that published it. */
  readonly id: string;
  readonly incident: string;
  readonly edition: number;
  readonly text: string;
  readonly url: string | null;
  readonly publishedBy: Actor;
  readonly publishedAt: Instant;
};

/** The reviews of these incidents, in any order. */
export const readReviews = async (
  reads: ReadSession,
  incidents: readonly string[],
): Promise<readonly ReviewView[]> => {
  const rows = await reads.query<ReviewView & { lead: string; startedBy: string }>(
    `select incident, state, lead, bridgelog.instant(due_at) as "dueAt",
        started_by as "startedBy", bridgelog.instant(started_at) as "startedAt"
      from bridgelog.reviews where organization = $1 and id = any ($2::text[])`,
    [reads.organization, incidents],
  );
  return rows.map((row) => ({
    ...row,
    lead: actorOf(row.lead),
    startedBy: actorOf(row.startedBy),
  }));
};

const selectEditions = async (
  reads: ReadSession,
  [first, rest]: readonly [first: string, rest: string],
  values: readonly unknown[],
): Promise<readonly EditionView[]> => {
  const rows = await reads.query<EditionView & { publishedBy: string }>(
    `select ${first} id, incident, edition, text, url, published_by as "publishedBy",
        bridgelog.instant(published_at) as "publishedAt"
      from bridgelog.review_editions where organization = $1 and ${rest}`,
    [reads.organization, ...values],
  );
  return rows.map((row) => ({ ...row, publishedBy: actorOf(row.publishedBy) }));
};

/** The latest edition of each of these incidents that has one. */
export const readLatestEditions = (
  reads: ReadSession,
  incidents: readonly string[],
): Promise<readonly EditionView[]> =>
  selectEditions(
    reads,
    ['distinct on (incident)', 'incident = any ($2::text[]) order by incident, edition desc'],
    [incidents],
  );

/** The editions of the review of an incident, newest first. */
export const readEditions = (
  reads: ReadSession,
  incident: string,
  { beyond, backward, limit }: Stretch<number>,
): Promise<readonly EditionView[]> =>
  selectEditions(
    reads,
    [
      '',
      `incident = $2 and ($3::integer is null or edition ${backward ? '>' : '<'} $3)
        order by edition ${backward ? 'asc' : 'desc'} limit $4`,
    ],
    [incident, beyond, limit],
  );

/** Which incidents to list by their reviews; what is absent is not asked for. */
export type ByReview = {
  readonly review?: readonly ReviewState[] | undefined;
  readonly lead?: string | undefined;
  readonly dueBefore?: Instant | undefined;
  readonly severity?: readonly Severity[] | undefined;
  readonly phase?: readonly Phase[] | undefined;
  readonly mode?: readonly Mode[] | undefined;
};

/** Incidents by how far their reviews have come, newest first. */
export const readIncidentsByReview = (
  reads: ReadSession,
  where: ByReview,
  { beyond, backward, limit }: Stretch<number>,
): Promise<readonly { readonly id: string }[]> =>
  reads.query(
    `select i.id from bridgelog.incidents i
      left join bridgelog.reviews r on r.organization = i.organization and r.id = i.id
      where i.organization = $1
        and ($2::integer is null or i.number ${backward ? '>' : '<'} $2)
        and ($3::text[] is null or coalesce(r.state, 'NONE') = any ($3))
        and ($4::text is null or r.lead = $4)
        and ($5::timestamptz is null or r.due_at < $5)
        and ($6::text[] is null or i.severity = any ($6))
        and ($7::text[] is null or i.phase = any ($7))
        and ($8::text[] is null or i.mode = any ($8))
      order by i.number ${backward ? 'asc' : 'desc'} limit $9`,
    [
      ...[reads.organization, beyond, where.review, where.lead, where.dueBefore],
      ...[where.severity, where.phase, where.mode, limit],
    ],
  );

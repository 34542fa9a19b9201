import { actorOf } from '../../kernel/actor-of.js';
import type { Actor } from '../../kernel/event.js';
import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { FollowUpKind, FollowUpState } from '../domain/follow-ups/choices.js';

/** A follow-up as it stands. */
export type FollowUpView = {
  readonly id: string;
  readonly incident: string;
  readonly state: FollowUpState;
  /** Whether it is open, and should be done by now. */
  readonly isOverdue: boolean;
  readonly title: string;
  readonly description: string | null;
  readonly kind: FollowUpKind;
  readonly owner: Actor | null;
  readonly team: string | null;
  readonly dueAt: Instant | null;
  readonly ticket: Ticket | undefined;
  /** The id of the finding that it follows from. */
  readonly finding: string | null;
  readonly addedBy: Actor;
  readonly addedAt: Instant;
  readonly remark: string | null;
  readonly url: string | null;
  readonly evidence: readonly string[];
  readonly completedBy: Actor | null;
  readonly completedAt: Instant | null;
};
type Ticket = { readonly system: string; readonly key: string; readonly url: string | null };

type Row = Omit<FollowUpView, 'owner' | 'addedBy' | 'completedBy' | 'ticket'> & {
  readonly owner: string | null;
  readonly addedBy: string;
  readonly completedBy: string | null;
  readonly ticketSystem: string | null;
  readonly ticketKey: string | null;
  readonly ticketUrl: string | null;
};

const isOverdue = `(state = 'OPEN' and due_at <= bridgelog.bridgelog_now())`;
const columns = `id, incident, state, ${isOverdue} as "isOverdue", title,
  description, kind, owner, team, bridgelog.instant(nullif(due_at, 'infinity')) as "dueAt",
  ticket_system as "ticketSystem", ticket_key as "ticketKey", ticket_url as "ticketUrl", finding,
  added_by as "addedBy", bridgelog.instant(added_at) as "addedAt", remark, url,
  coalesce(evidence, '{}') as evidence, completed_by as "completedBy",
  bridgelog.instant(completed_at) as "completedAt"`;

const selectFollowUps = async (
  reads: ReadSession,
  rest: string,
  values: readonly unknown[],
): Promise<readonly FollowUpView[]> => {
  const rows = await reads.query<Row>(
    `select ${columns} from bridgelog.follow_ups where organization = $1 and ${rest}`,
    [reads.organization, ...values],
  );
  return rows.map(viewOf);
};

const viewOf = ({ ticketSystem, ticketKey, ticketUrl, ...row }: Row): FollowUpView => ({
  ...row,
  owner: actorOf(row.owner),
  addedBy: actorOf(row.addedBy),
  completedBy: actorOf(row.completedBy),
  ticket:
    ticketSystem === null || ticketKey === null
      ? undefined
      : { system: ticketSystem, key: ticketKey, url: ticketUrl },
});

/** The follow-ups with these ids, in any order. */
export const readFollowUps = (
  reads: ReadSession,
  ids: readonly string[],
): Promise<readonly FollowUpView[]> => selectFollowUps(reads, 'id = any ($2::text[])', [ids]);

/** Which follow-ups a list shows; what is absent is not asked for. */
export type FollowUpFilter = {
  readonly incident?: string | undefined;
  readonly state?: readonly FollowUpState[] | undefined;
  readonly overdue?: boolean | undefined;
  readonly owner?: string | undefined;
  readonly team?: string | undefined;
  readonly kind?: readonly FollowUpKind[] | undefined;
  readonly dueBefore?: Instant | undefined;
  readonly ticket?: { readonly system: string; readonly key: string } | undefined;
};

export type FollowUpStretch = {
  /** When the last one seen should be done (`infinity` if nobody said), and its id. */
  readonly beyond: readonly [string, string] | undefined;
  readonly backward: boolean;
  readonly limit: number;
};

/** Those that should be done first come first; those without a time come last. */
export const listFollowUps = (
  reads: ReadSession,
  where: FollowUpFilter,
  { beyond, backward, limit }: FollowUpStretch,
): Promise<readonly FollowUpView[]> => {
  const order = backward ? 'desc' : 'asc';
  return selectFollowUps(
    reads,
    `($2::text is null or incident = $2) and ($3::text[] is null or state = any ($3))
      and ($4::boolean is null or ${isOverdue} = $4) and ($5::text is null or owner = $5)
      and ($6::text is null or team = $6) and ($7::text[] is null or kind = any ($7))
      and ($8::timestamptz is null or due_at < $8)
      and ($9::text is null or (ticket_system = $9 and ticket_key = $10::text))
      and ($11::timestamptz is null or (due_at, id)
        ${backward ? '<' : '>'} ($11, $12::text collate "C"))
      order by due_at ${order}, id ${order} limit $13`,
    [
      ...[where.incident, where.state, where.overdue, where.owner, where.team, where.kind],
      ...[where.dueBefore, where.ticket?.system, where.ticket?.key, beyond?.[0], beyond?.[1]],
      limit,
    ],
  );
};

/** What people call a follow-up: `the follow-up "Limit the WAF"`. */
export const readFollowUpNames = async (
  reads: ReadSession,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await readFollowUps(reads, ids)).map(({ id, title }) => [id, `the follow-up "${title}"`]),
  );

/** When an open follow-up is to be done, and the event that said so. */
export type FollowUpTime = {
  readonly incident: string;
  readonly followUp: string;
  readonly by: string;
  readonly until: Instant;
};

/** Of the open follow-ups of these incidents. */
export const readTimedFollowUps = (
  reads: ReadSession,
  incidents: readonly string[],
): Promise<readonly FollowUpTime[]> =>
  reads.query<FollowUpTime>(
    `select incident, id as "followUp", timed_by as by, bridgelog.instant(due_at) as until
      from bridgelog.follow_ups
      where organization = $1 and incident = any ($2::text[]) and state = 'OPEN'
        and due_at < 'infinity'
      order by incident, id`,
    [reads.organization, incidents],
  );

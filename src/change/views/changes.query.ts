import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { ChangeKind, ChangeStatus } from '../domain/choices.js';

/** A change as it is known now. */
export type ChangeView = {
  readonly id: string;
  /** Of its stream. */
  readonly version: number;
  readonly kind: ChangeKind;
  readonly title: string;
  readonly service: string | null;
  readonly release: string | null;
  readonly environment: string | null;
  readonly by: string | null;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly status: ChangeStatus | null;
  readonly origin: { readonly system: string; readonly id: string } | null;
  /** `mem_...` or `int_...` */
  readonly recordedBy: string;
};

/** Which changes a list shows; what is absent is not asked for. Times include both ends. */
export type ChangeFilter = {
  readonly service?: string | undefined;
  readonly kind?: readonly ChangeKind[] | undefined;
  readonly environment?: string | undefined;
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
};

/** A stretch of the list of changes by (startedAt, id). */
export type ChangeStretch = {
  readonly beyond: readonly [startedAt: Instant, id: string] | undefined;
  readonly backward: boolean;
  readonly limit: number;
};

const columns = `id, version, kind, title, service, release, environment, done_by as "by", links,
  bridgelog.instant(happened_at) as "startedAt", bridgelog.instant(finished_at) as "finishedAt",
  status, recorded_by as "recordedBy", case when origin_id is not null then
    jsonb_build_object('system', origin_system, 'id', origin_id) end as origin`;

export const changesById = (
  reads: ReadSession,
  ids: readonly string[],
): Promise<readonly ChangeView[]> =>
  reads.query<ChangeView>(
    `select ${columns} from bridgelog.changes where organization = $1 and id = any ($2::text[])`,
    [reads.organization, ids],
  );

/** Newest first; from the end, in reverse, when `backward`. */
export const listChanges = (
  reads: ReadSession,
  { service, kind, environment, from, to }: ChangeFilter,
  { beyond, backward, limit }: ChangeStretch,
): Promise<readonly ChangeView[]> => {
  const [startedAt, id] = beyond ?? [null, ''];
  const order = backward ? 'asc' : 'desc';
  return reads.query<ChangeView>(
    `select ${columns} from bridgelog.changes
      where organization = $1
        and ($2::timestamptz is null or (happened_at, id) ${backward ? '>' : '<'} ($2, $3))
        and ($4::text is null or service = $4)
        and ($5::text[] is null or kind = any ($5))
        and ($6::text is null or environment = $6)
        and ($7::timestamptz is null or happened_at >= $7)
        and ($8::timestamptz is null or happened_at <= $8)
      order by happened_at ${order}, id ${order} limit $9`,
    [reads.organization, startedAt, id, service, kind, environment, from, to, limit],
  );
};

/** The id of the change that another system knows by this id. */
export const changeOfOrigin = async (
  reads: ReadSession,
  { system, id }: { readonly system: string; readonly id: string },
): Promise<string | undefined> => {
  const [found] = await reads.query<{ id: string }>(
    `select id from bridgelog.changes
      where organization = $1 and origin_system = $2 and origin_id = $3`,
    [reads.organization, system, id],
  );
  return found?.id;
};

/** The latest changes that began within these times, both included, but for those named. */
export const latestWithin = (
  reads: ReadSession,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  except: readonly string[],
  limit: number,
): Promise<readonly { readonly change: string; readonly startedAt: Instant }[]> =>
  reads.query(
    `select id as change, bridgelog.instant(happened_at) as "startedAt" from bridgelog.changes
      where organization = $1 and happened_at between $2 and $3 and id <> all ($4::text[])
      order by happened_at desc, id desc limit $5`,
    [reads.organization, from, to, except, limit],
  );

/** What people call a change: its title. */
export const changeNames = async (
  reads: ReadSession,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  new Map((await changesById(reads, ids)).map(({ id, title }) => [id, title]));

import type { Actor } from '../../kernel/event.js';
import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { UpdateAudience } from '../domain/choices.js';
import type { PublishedComponent } from '../domain/communication/events.js';
import { actorOf } from '../../kernel/actor-of.js';

/** An update as it stands, retracted or not. */
export type UpdateView = {
  readonly id: string;
  readonly incident: string;
  readonly version: number;
  readonly audience: UpdateAudience;
  /** As amended. */
  readonly text: string;
  readonly status: string | null;
  readonly components: readonly PublishedComponent[];
  readonly publishedAt: Instant;
  readonly publishedBy: Actor;
  readonly nextUpdateAt: Instant | null;
  readonly retraction: {
    readonly retractedAt: Instant;
    readonly retractedBy: Actor;
    readonly reason: string;
  } | null;
};

type Row = Omit<UpdateView, 'publishedBy' | 'retraction'> & {
  readonly publishedBy: string;
  readonly retractedAt: Instant | null;
  readonly retractedBy: string | null;
  readonly reason: string | null;
};

const columns = `id, incident, version, audience, status, components,
  coalesce((select e.amended_text from bridgelog.entries e
    where e.organization = updates.organization and e.id = updates.id), text) as text,
  bridgelog.instant(published_at) as "publishedAt", published_by as "publishedBy",
  bridgelog.instant(next_update_at) as "nextUpdateAt",
  bridgelog.instant(retracted_at) as "retractedAt", retracted_by as "retractedBy",
  retraction_reason as reason`;

/** The updates with these ids, in any order. */
export const readUpdates = async (
  reads: ReadSession,
  ids: readonly string[],
): Promise<readonly UpdateView[]> => {
  const rows = await reads.query<Row>(
    `select ${columns} from bridgelog.updates where organization = $1 and id = any ($2::text[])`,
    [reads.organization, ids],
  );
  return rows.map(asView);
};

/** Which updates of an incident are listed, and from where on. */
export type UpdatesWanted = {
  readonly incident: string;
  readonly audience: UpdateAudience | undefined;
  readonly includeRetracted: boolean;
  /** Beyond this version, in the direction of the list. */
  readonly beyond: number;
  readonly oldestFirst: boolean;
  readonly limit: number;
};

export const readUpdatesOf = async (
  reads: ReadSession,
  { incident, audience, includeRetracted, beyond, oldestFirst, limit }: UpdatesWanted,
): Promise<readonly UpdateView[]> => {
  const rows = await reads.query<Row>(
    `select ${columns} from bridgelog.updates
      where organization = $1 and incident = $2 and version ${oldestFirst ? '>' : '<'} $3::bigint
        and ($4::text is null or audience = $4) and ($5 or retracted_at is null)
      order by version ${oldestFirst ? 'asc' : 'desc'} limit $6`,
    [reads.organization, incident, beyond, audience, includeRetracted, limit],
  );
  return rows.map(asView);
};

const asView = ({ publishedBy, retractedAt, retractedBy, reason, ...row }: Row): UpdateView => ({
  ...row,
  publishedBy: actorOf(publishedBy),
  retraction:
    retractedAt === null
      ? null
      : { retractedAt, retractedBy: actorOf(retractedBy ?? ''), reason: reason ?? '' },
});

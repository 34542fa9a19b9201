import type pg from 'pg';
import type { DueTime } from '../kernel/decision.js';
import type { Instant } from '../kernel/instant.js';

/** A time that has come: somebody is to look at the stream again. */
export type Due = {
  /** UUID. */
  readonly organization: string;
  readonly streamId: string;
  readonly kind: string;
  readonly subject: string;
  readonly at: Instant;
  /** The id of the event that set it. */
  readonly cause: string;
};

const first: Pick<Due, 'organization' | 'streamId' | 'kind' | 'subject' | 'at'> = {
  organization: '00000000-0000-0000-0000-000000000000',
  streamId: '',
  kind: '',
  subject: '',
  at: '1970-01-01T00:00:00.000000Z',
};

/** The first time that is yet to come, up to `until`, at which a policy looks at a stream again. */
export const nextDue = async (
  /** Sees all organizations. */
  client: pg.ClientBase,
  until: Instant,
): Promise<Instant | undefined> => {
  const { rows } = await client.query<{ at: Instant | null }>(
    `select bridgelog.instant(min(at)) as at from bridgelog.due
      where at > bridgelog.bridgelog_now() and at <= $1`,
    [until],
  );
  return rows[0]?.at ?? undefined;
};

/** The times at which policies look at streams again, over all organizations. */
export class DueTimes {
  private listeners: (() => void)[] = [];

  constructor(
    /** The worker's role. */
    private readonly pool: pg.Pool,
  ) {}

  /** The first `limit` that have come, oldest first, of those beyond `after`. */
  async ready(limit: number, after: typeof first = first): Promise<readonly Due[]> {
    const { rows } = await this.pool.query<Due>(
      `select organization, stream as "streamId", kind, subject, bridgelog.instant(at) as at, cause
        from bridgelog.due
        where at <= bridgelog.bridgelog_now()
          and (at, organization, stream, kind, subject) > ($1::timestamptz, $2::uuid, $3, $4, $5)
        order by at, organization, stream, kind, subject limit $6`,
      [after.at, after.organization, after.streamId, after.kind, after.subject, limit],
    );
    return rows;
  }

  /** Calls when a command of this process has set a time that has come already. */
  onReady(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Tells what a command has set. */
  announce(set: readonly DueTime[], now: Instant): void {
    if (set.some(({ at }) => at !== null && at <= now)) {
      for (const listener of this.listeners) listener();
    }
  }
}

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

/** What is claimed apart from the rest: a kind, for the first time, or after a claim that came to nothing. */
export type Lane = { readonly kind: string; readonly again: boolean };

/** Somebody works at what is due: others leave it alone until the lease is over. */
export type Claim = {
  readonly due: Due;
  readonly lane: Lane;
  /** Of this claim alone, and higher than that of any claim before it. */
  readonly fence: number;
};

type ClaimedRow = Due & { readonly fence: number; readonly again: boolean };

/** Seconds by the real clock for which a claim holds unless it is extended. */
export const leaseSeconds = 30;

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

/**
 * The times at which policies look at streams again, over all organizations, and who works at
 * which. A claim is for economy and order. It is not what makes a thing happen once: that is the
 * decision, which is made on the head of the stream and finds done what is done. So a process that
 * goes on past its lease does no harm, and what it does with its old claim has no effect.
 */
export class DueTimes {
  private listeners: (() => void)[] = [];

  constructor(
    /** The worker's role. */
    private readonly pool: pg.Pool,
  ) {}

  /**
   * Claims what has come due: in each lane at most as many as it has room for, oldest first, and
   * of each stream only the first. Kinds that are not named stay for others.
   */
  async claim(
    holder: string,
    lanes: readonly (Lane & { readonly room: number })[],
  ): Promise<readonly Claim[]> {
    const { rows } = await this.pool.query<ClaimedRow>(
      `select organization, stream as "streamId", kind, subject, due_at as at, cause,
          claim as fence, again
        from bridgelog.claim_due($1, $2, $3, $4, make_interval(secs => $5))`,
      [
        lanes.map(({ kind }) => kind),
        lanes.map(({ again }) => again),
        lanes.map(({ room }) => room),
        holder,
        leaseSeconds,
      ],
    );
    return rows.map(({ fence, again, ...due }) => ({
      due,
      lane: { kind: due.kind, again },
      fence,
    }));
  }

  /** Lets the lease begin anew. False: there is nothing left to do at this time, or it is another's. */
  extend(claim: Claim): Promise<boolean> {
    return this.change(claim, `held_until = clock_timestamp() + make_interval(secs => $7)`, [
      leaseSeconds,
    ]);
  }

  /** Gives a claim back: others may have it at once. */
  async release(claim: Claim): Promise<void> {
    await this.change(claim, 'holder = null, held_until = clock_timestamp()');
  }

  /** Puts it off, for all processes: a second after the first failure, twice as long each time, at most 5 minutes. */
  async putOff(claim: Claim): Promise<void> {
    await this.change(
      claim,
      `holder = null, failures = failures + 1,
        held_until = clock_timestamp() + make_interval(secs => least(300, 2 ^ least(failures, 9)))`,
    );
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

  /** Nothing if the claim is not the latest any more, was given up, or the time was moved. */
  private async change(
    { due, fence }: Claim,
    assignments: string,
    values: readonly unknown[] = [],
  ): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `update bridgelog.due set ${assignments}
        where organization = $1 and stream = $2 and kind = $3 and subject = $4 and fence = $5
          and at = $6 and held_for = at and holder is not null`,
      [due.organization, due.streamId, due.kind, due.subject, fence, due.at, ...values],
    );
    return rowCount === 1;
  }
}

import type pg from 'pg';
import type { Claim } from '../../src/ledger/due-times.js';
import { DueTimes } from '../../src/ledger/due-times.js';

export const kind = 'nudge';

/**
 * Fills the table of due times: one for each stream, in fifty organizations. A fifth of them is
 * due, and the oldest of those are held by others.
 */
export const fillQueue = async (owner: pg.Client, size: number, held: number): Promise<void> => {
  await owner.query('truncate bridgelog.due');
  await owner.query(
    `insert into bridgelog.due
        (organization, stream, kind, subject, at, cause, holder, held_for, held_until)
      select md5((n % 50)::text)::uuid, 'inc_' || lpad(n::text, 26, '0'), $3, 'NO_COMMANDER', at,
          'evt_' || lpad(n::text, 26, '0'), case when n <= $2 then 'other' end,
          case when n <= $2 then at end, case when n <= $2 then now() + interval '1 day' end
        from generate_series(1, $1::integer) n
        cross join lateral (select now() + (n - $1::integer / 5) * interval '1 second' as at) d`,
    [size, held, kind],
  );
  await owner.query('vacuum analyze bridgelog.due');
};

/** Claims as the server does; the milliseconds of each claim, which gets `batch` of them. */
export const claimTimes = async (
  worker: pg.Pool,
  { rounds, batch }: { rounds: number; batch: number },
): Promise<number[]> => {
  const due = new DueTimes(worker);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const claims: readonly Claim[] = await due.claim('bench', [
      { kind, again: false, room: batch },
      { kind, again: true, room: batch },
    ]);
    times.push(performance.now() - start);
    if (claims.length !== batch) throw new Error(`${claims.length} of ${batch} were claimed`);
  }
  return times;
};

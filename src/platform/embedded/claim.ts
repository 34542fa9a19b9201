import type pg from 'pg';
import { errorCode } from './error-code.js';

/** Advisory locks of the session: they go with its connection, however that ends. */
export type Claim = 'serving' | 'in use';

const FAMILY = 0x62_72_6c_67;
const NUMBER: Record<Claim, number> = { serving: 1, 'in use': 2 };

/** PostgreSQL takes a moment to notice that the process behind a connection was killed. */
const NOTICING_MS = 1_500;
const LOCK_NOT_AVAILABLE = '55P03';

/** Takes the claim for this connection alone. False when others keep it for longer than a moment. */
export function claimAlone(client: pg.Client, claim: Claim): Promise<boolean> {
  return wait(client, 'pg_advisory_lock', claim);
}

/** Takes the claim together with others who share it. */
export function claimTogether(client: pg.Client, claim: Claim): Promise<boolean> {
  return wait(client, 'pg_advisory_lock_shared', claim);
}

/** Takes the claim for this connection alone if nobody has it now. */
export async function claimAtOnce(client: pg.Client, claim: Claim): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock($1, $2) as taken',
    [FAMILY, NUMBER[claim]],
  );
  return rows[0]?.taken ?? false;
}

/** Gives back all claims of the connection. */
export async function unclaim(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_unlock_all()');
}

async function wait(client: pg.Client, lock: string, claim: Claim): Promise<boolean> {
  await client.query(`set lock_timeout = ${NOTICING_MS}`);
  try {
    await client.query(`select ${lock}($1, $2)`, [FAMILY, NUMBER[claim]]);
    // If the lock is only free because the database is going down, this fails.
    await client.query('reset lock_timeout');
    return true;
  } catch (error) {
    if (errorCode(error) === LOCK_NOT_AVAILABLE) return false;
    throw error;
  }
}

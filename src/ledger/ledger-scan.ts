import type pg from 'pg';
import { asUuid } from '../platform/database/organization-scope.js';
import {
  ChainCheck,
  type ChainEnd,
  type ChainEntry,
  type ChainStart,
  type Verdict,
} from './chain.js';
import { envelopeOf, eventColumns, type EventRow } from './rows.js';

const page = 2_000;

type ScannedRow = EventRow & { payload_hash: Buffer; hash: Buffer };

/** A ledger as it stands: where its chain starts and what head it claims. */
export type LedgerOutline = ChainStart & ChainEnd;

/** The ledgers of a database, or the one of an organization. `pool`: the worker's role. */
export const listLedgers = async (
  pool: pg.Pool,
  organization?: string,
): Promise<readonly LedgerOutline[]> => {
  const { rows } = await pool.query<{
    organization: string;
    genesis_epoch: number;
    position: number;
    hash: Buffer;
  }>(
    `select organization, genesis_epoch, position, hash from bridgelog.ledgers
      where $1::uuid is null or organization = $1 order by organization`,
    [organization === undefined ? null : asUuid(organization)],
  );
  return rows.map(({ genesis_epoch, ...row }) => ({ ...row, genesisEpoch: genesis_epoch }));
};

/** The entries of a ledger up to a position, in order. */
export async function* scanLedger(
  pool: pg.Pool,
  organization: string,
  to: number,
): AsyncGenerator<ChainEntry, void> {
  for (let last = 0; last < to;) {
    const { rows } = await pool.query<ScannedRow>(
      `select ${eventColumns}, e.payload_hash, e.hash from bridgelog.events e
        where e.organization = $1 and e.position > $2 and e.position <= $3
        order by e.position limit ${page}`,
      [organization, last, to],
    );
    if (rows.length === 0) return;
    for (const row of rows) {
      yield {
        envelope: envelopeOf(row),
        payloadHash: row.payload_hash,
        salt: row.salt,
        payload: row.payload,
        hash: row.hash,
      };
    }
    last = rows.at(-1)?.position ?? to;
  }
}

/** The first event beyond the head of a ledger, where nothing is ever written. */
const strayPosition = async (pool: pg.Pool, organization: string): Promise<number | null> => {
  const { rows } = await pool.query<{ position: number | null }>(
    `select min(e.position) as position
      from bridgelog.ledgers l
      join bridgelog.events e on e.organization = l.organization and e.position > l.position
      where l.organization = $1`,
    [organization],
  );
  return rows[0]?.position ?? null;
};

/**
 * Recomputes every hash of a ledger up to the head that `outline` names, and looks whether
 * anything stands beyond its head of now.
 */
export const verifyLedger = async (
  pool: pg.Pool,
  outline: LedgerOutline,
  onProgress: (entries: number) => void = () => undefined,
): Promise<Verdict> => {
  const check = new ChainCheck(outline);
  let entries = 0;
  for await (const entry of scanLedger(pool, outline.organization, outline.position)) {
    entries += 1;
    if (entries % page === 0) onProgress(entries);
    if (!check.add(entry)) break;
  }
  const verdict = check.end(outline);
  if (verdict.broken) return verdict;
  const position = await strayPosition(pool, outline.organization);
  if (position === null) return verdict;
  const why = 'it stands beyond the head of the ledger';
  return { ...verdict, broken: { position, event: null, why } };
};

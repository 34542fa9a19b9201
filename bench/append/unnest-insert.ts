import pg from 'pg';
import { inTurn, payloads } from './content.js';
import type { OpenStore, Trial } from './store.js';

const batch = Array.from({ length: 1_000 }, (_, index) => inTurn(payloads, index));

/** The payload alone in large batches, with nothing checked: no event store is faster. */
export const openStore: OpenStore = (ownerUrl) => {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  return Promise.resolve({ prepare: () => trial(pool), close: () => pool.end() });
};

const trial = async (pool: pg.Pool): Promise<Trial> => {
  await pool.query(`drop table if exists payloads;
    create table payloads (position bigserial primary key, payload text not null)`);
  return {
    eventsPerCall: batch.length,
    caller: () => async () => {
      await pool.query({
        name: 'insert-payloads',
        text: 'insert into payloads (payload) select unnest($1::text[])',
        values: [batch],
      });
    },
    check: async (acknowledged) => {
      const { rows } = await pool.query<{ stored: number }>(
        'select count(*)::int as stored from payloads',
      );
      if (rows[0]?.stored !== acknowledged) throw new Error('payloads are missing');
    },
  };
};

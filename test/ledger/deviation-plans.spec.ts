import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { listDeviations, listDeviationsIn } from '../../src/incident/views/deviations.query.js';
import { tripsOfLate } from '../../src/incident/views/guardrail-trips.query.js';
import { readTargetHolder } from '../../src/ledger/reservation-queries.js';
import type { ReadSession } from '../../src/platform/database/read-session.js';
import { newId } from '../../src/platform/ids.js';
import { newOrganization, TestDatabase } from '../support/database.js';

let database: TestDatabase;
const organization = newOrganization();

beforeAll(async () => {
  database = await TestDatabase.create();
  await database.owner.query(
    `insert into bridgelog.incidents (organization, id, number, reference, title, severity, phase,
        mode, term, open_actions, declared_at, labels)
      select $1, 'inc_' || n, n, 'INC-' || n, 'Down', 'SEV2', 'RESOLVED', 'REAL', 0, 0, now(), '{}'
        from generate_series(1, 500) n`,
    [organization],
  );
  await database.owner.query(
    `insert into bridgelog.guardrail_trips
        (organization, id, incident, nth, guardrail, kind, actor, at)
      select $1, 'evt_' || n, 'inc_' || n % 500 + 1, n, 'NO_COMMANDER', 'NOTED', 'mem_' || n % 9,
          now() - n * interval '1 minute'
        from generate_series(1, 20000) n`,
    [organization],
  );
  await database.owner.query(
    `insert into bridgelog.reservations (organization, space, key, holder, stream, shared)
      select $1, case when n < 20 then 'target' else 'client-id' end, 'service/s' || n,
          'act_' || n, 'inc_1', false
        from generate_series(1, 20000) n`,
    [organization],
  );
  await database.owner.query(
    'analyze bridgelog.incidents, bridgelog.guardrail_trips, bridgelog.reservations',
  );
});
afterAll(() => database.drop());

/** How the statements of some work would be carried out, for somebody who is no admin. */
const planOf = async (work: (reads: ReadSession) => Promise<unknown>): Promise<string> => {
  const client = await database.app.connect();
  const plans: string[] = [];
  try {
    await client.query(
      `begin read only; set local bridgelog.organization = '${organization}';
        set local bridgelog.sight = 'OPEN'; set local bridgelog.viewer = '${newId('mem')}'`,
    );
    await work({
      organization,
      query: async (sql, values) => {
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, [
          ...values,
        ]);
        plans.push(...rows.map((row) => row['QUERY PLAN']));
        return [];
      },
      close: () => Promise.resolve(),
    });
    return plans.join('\n');
  } finally {
    await client.query('rollback');
    client.release();
  }
};

const beyond = ['2026-03-01T12:00:00.000000Z', 'evt_1'] as const;
const page = { backward: false, limit: 26 };
const late = {
  actor: { kind: 'MEMBER', id: 'mem_1' },
  occurredAt: '2026-03-01T12:00:00.000000Z',
} as const;

it.each<[string, string, (reads: ReadSession) => Promise<unknown>]>([
  [
    'all deviations',
    'guardrail_trips_by_time',
    (reads) => listDeviations(reads, { modes: ['REAL'] }, { beyond: undefined, ...page }),
  ],
  [
    'all deviations from a cursor on',
    'guardrail_trips_by_time',
    (reads) => listDeviations(reads, { modes: ['REAL'] }, { beyond, ...page }),
  ],
  [
    'the deviations of an incident',
    'guardrail_trips_by_incident',
    (reads) => listDeviationsIn(reads, 'inc_7', { beyond: 3, ...page }),
  ],
  [
    'what somebody tripped of late',
    'guardrail_trips_by_actor',
    (reads) => tripsOfLate(reads, 'inc_7', late),
  ],
  [
    'who has a target',
    'reservations_pkey',
    (reads) => readTargetHolder(reads, 'service/s7/db', 'act_1'),
  ],
])('%s are read off %s', async (_, index, work) => {
  const plan = await planOf(work);
  expect(plan).toContain(index);
  expect(plan).not.toMatch(/Seq Scan|hashed SubPlan/);
});

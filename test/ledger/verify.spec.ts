import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Verdict } from '../../src/ledger/chain.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { listLedgers, verifyLedger } from '../../src/ledger/ledger-scan.js';
import { newId } from '../../src/platform/ids.js';
import { newOrganization, TestDatabase } from '../support/database.js';
import { aGroup, newLedger } from '../support/groups.js';
import { tableEntries, tamper } from '../support/tables.js';

let database: TestDatabase;
let ledger: Ledger;

beforeAll(async () => {
  database = await TestDatabase.create();
  ledger = database.ledger();
});
afterAll(() => database.drop());

/** A ledger with events at 1 to `last`: one, then in streams of equal length. */
const ledgerWith = async (last: number, events = 5): Promise<string> => {
  const organization = await newLedger(ledger);
  for (let left = last - 1; left > 0; left -= events) {
    const group = aGroup(organization, { events: Math.min(left, events) });
    expect(await ledger.coalescer.submit(group)).toMatchObject({ verdict: 'appended' });
  }
  return organization;
};

const verify = async (organization: string, onProgress?: (n: number) => void): Promise<Verdict> => {
  const [outline] = await listLedgers(database.worker, organization);
  if (!outline) throw new Error('no ledger');
  return verifyLedger(database.worker, outline, onProgress);
};

const idAt = async (organization: string, position: number): Promise<string | undefined> =>
  (await tableEntries(database, organization))[position - 1]?.id;

describe('a ledger as it was written', () => {
  it('passes, over several pages', async () => {
    const organization = await ledgerWith(4_321, 100);
    const progress: number[] = [];
    const verdict = await verify(organization, (entries) => progress.push(entries));
    expect(verdict).toEqual({ organization, entries: 4_321, leftOut: 0, redacted: 0 });
    expect(progress).toEqual([2_000, 4_000]);
  });

  it('passes at the very end of a page', async () => {
    expect(await verify(await ledgerWith(2_000, 100))).toMatchObject({ entries: 2_000 });
  });

  it('passes while it grows', async () => {
    const organization = await ledgerWith(10);
    const [outline] = await listLedgers(database.worker, organization);
    if (!outline) throw new Error('no ledger');
    await ledger.coalescer.submit(aGroup(organization));
    const verdict = await verifyLedger(database.worker, outline);
    expect(verdict).toEqual({ organization, entries: 10, leftOut: 0, redacted: 0 });
  });

  it('passes with redacted events, and they are counted', async () => {
    const organization = await ledgerWith(12);
    await tamper(database, [
      `update bridgelog.events set payload = null, salt = null
        where organization = $1 and position in (4, 12)`,
      organization,
    ]);
    const verdict = await verify(organization);
    expect(verdict).toEqual({ organization, entries: 12, leftOut: 0, redacted: 2 });
  });

  it('is listed with all others, or alone', async () => {
    const organization = await ledgerWith(1);
    const all = await listLedgers(database.worker);
    expect(all.length).toBeGreaterThan(1);
    expect(all.filter((each) => each.organization === organization)).toHaveLength(1);
    expect(await listLedgers(database.worker, organization)).toMatchObject([
      { organization, genesisEpoch: 1, position: 1 },
    ]);
    expect(await listLedgers(database.worker, newOrganization())).toEqual([]);
  });
});

type Tampering = readonly [name: string, position: number, why: RegExp, ...sql: string[]];

const at = (position: number, change: string): string =>
  `update bridgelog.events set ${change} where organization = $1 and position = ${position}`;
const remove = (condition: string): string =>
  `delete from bridgelog.events where organization = $1 and ${condition}`;
const changed = /the envelope or its place in the chain was changed/;

/** Each on a ledger of 20 events: one at 1, then streams of five from 2, 7, 12 and 17 (four). */
const tamperings: readonly Tampering[] = [
  ['a payload', 9, /payload was changed/, at(9, `payload = '{"text":"forged"}'`)],
  ['one space in a payload', 9, /payload was changed/, at(9, `payload = payload || ' '`)],
  ['a salt', 9, /payload was changed/, at(9, `salt = decode(repeat('00', 16), 'hex')`)],
  [
    ...(['a payload that goes without its salt', 9, /payload or its salt is missing/] as const),
    at(9, `payload = '{"text":"forged"}', salt = null`),
  ],
  ['a payload alone erased', 9, /payload or its salt is missing/, at(9, 'payload = null')],
  [
    ...(['a payload and its hash', 9, changed] as const),
    at(9, `payload = '{"text":"forged"}'`),
    at(9, `payload_hash = sha256(salt || convert_to(payload, 'UTF8'))`),
  ],
  ['an actor', 3, changed, at(3, `actor = 'somebody'`)],
  ['the kind of an actor', 3, changed, at(3, `actor_kind = 'MEMBER'`)],
  ['when it happened', 20, changed, at(20, `occurred_at = occurred_at - interval '1 us'`)],
  ['when it was recorded', 20, changed, at(20, `recorded_at = recorded_at + interval '1 us'`)],
  ['a type', 2, changed, at(2, `type = 'NoteStruck'`)],
  ['a type of stream', 2, changed, at(2, `stream_type = 'change'`)],
  ['a schema version', 2, changed, at(2, 'schema_version = 2')],
  ['an id', 2, changed, at(2, `id = '${newId('evt')}'`)],
  ['a token', 2, changed, at(2, `via = '${newId('tok')}'`)],
  ['a correlation', 2, changed, at(2, `correlation = 'other'`)],
  ['a causation', 2, changed, at(2, `causation = '${newId('evt')}'`)],
  ['a stream', 1, changed, at(1, `stream = '${newId('org')}'`)],
  ['a hash', 11, changed, at(11, `hash = sha256(hash)`)],
  ['the hash of a payload', 11, /payload was changed/, at(11, `payload_hash = sha256('x')`)],
  [
    ...(['two events swapped', 8, /version 3 of .* stands where 2 should/] as const),
    ...[at(8, 'position = 1000'), at(9, 'position = 8'), at(1000, 'position = 9')],
  ],
  [
    ...(['two events of different streams swapped', 6, changed] as const),
    ...[at(6, 'position = 1000'), at(7, 'position = 6'), at(1000, 'position = 7')],
  ],
  ['an event deleted', 10, /position 11 stands where 10 should/, remove('position = 10')],
  ['the first event deleted', 1, /position 2 stands where 1 should/, remove('position = 1')],
  ['the tail deleted', 18, /says 20 events, 17 are here/, remove('position > 17')],
  ['all events deleted', 1, /says 20 events, 0 are here/, remove('true')],
  [
    ...(['the tail deleted and the head set back', 17, /not the hash of the ledger/] as const),
    remove('position > 17'),
    'update bridgelog.ledgers set position = 17 where organization = $1',
  ],
  ['a version', 4, /version 9 of .* stands where 3 should/, at(4, 'version = 9')],
  [
    ...(['a stream renumbered', 2, /version 2 of .* stands where 1 should/] as const),
    at(4, 'version = 103'),
    at(3, 'version = 3'),
    at(2, 'version = 2'),
  ],
  [
    ...(['the hash of the ledger', 20, /not the hash of the ledger/] as const),
    'update bridgelog.ledgers set hash = sha256(hash) where organization = $1',
  ],
  [
    ...(['the epoch that the chain starts from', 1, changed] as const),
    'update bridgelog.ledgers set genesis_epoch = 2 where organization = $1',
  ],
  [
    ...(['an event put behind the head', 21, /beyond the head of the ledger/] as const),
    `insert into bridgelog.events
      select (jsonb_populate_record(e, jsonb_build_object('position', 21, 'version', 5,
          'id', '${newId('evt')}'))).*
        from bridgelog.events e where organization = $1 and position = 20`,
  ],
];

describe('a ledger that was changed', () => {
  it.each(tamperings)('%s: found at position %i', async (_, position, why, ...statements) => {
    const organization = await ledgerWith(20);
    await tamper(database, ...statements.map((sql) => [sql, organization] as const));
    const { broken, organization: named } = await verify(organization);
    expect(named).toBe(organization);
    expect(broken).toMatchObject({ position });
    expect(broken?.why).toMatch(why);
    if (broken?.event != null) expect(broken.event).toBe(await storedAt(organization, position));
  });

  it('deep inside is found as well, on whatever page it stands', async () => {
    const organization = await ledgerWith(4_100, 100);
    await tamper(database, [at(4_001, `actor = 'somebody'`), organization]);
    expect(await verify(organization)).toMatchObject({
      entries: 4_001,
      broken: { position: 4_001, event: await idAt(organization, 4_001) },
    });
  });

  it('leaves other ledgers whole', async () => {
    const [changedOne, other] = [await ledgerWith(5), await ledgerWith(5)];
    await tamper(database, [at(2, `actor = 'somebody'`), changedOne]);
    expect((await verify(other)).broken).toBeUndefined();
  });
});

/** The event that is first at or after a position: the one that stands where it should not. */
const storedAt = async (organization: string, position: number): Promise<string | undefined> =>
  (await tableEntries(database, organization)).find((entry) => entry.position >= position)?.id;

describe('without a head that was noted elsewhere it cannot be found', () => {
  it('that the tail was deleted and the row in ledgers patched to fit', async () => {
    const organization = await ledgerWith(20);
    const [noted] = await listLedgers(database.worker, organization);
    await tamper(
      database,
      [remove('position > 17'), organization],
      [
        `update bridgelog.ledgers l set position = e.position, hash = e.hash
          from bridgelog.events e
          where l.organization = $1 and e.organization = $1 and e.position = 17`,
        organization,
      ],
    );
    expect((await verify(organization)).broken).toBeUndefined();
    if (!noted) throw new Error('no ledger');
    expect((await verifyLedger(database.worker, noted)).broken).toMatchObject({ position: 18 });
  });

  it('that all was written anew from some event on, the row in ledgers included', async () => {
    const organization = await ledgerWith(20);
    const [noted] = await listLedgers(database.worker, organization);
    await tamper(
      database,
      [at(9, `payload = '{"text":"forged"}'`), organization],
      [at(9, `payload_hash = sha256(salt || convert_to(payload, 'UTF8'))`), organization],
      [
        `with recursive anew(position, hash) as (
            select 0::bigint, bridgelog.genesis($1, 1)
            union all
            select e.position, bridgelog.link(a.hash, bridgelog.leaf(e))
              from anew a join bridgelog.events e
                on e.organization = $1 and e.position = a.position + 1
          )
          update bridgelog.events e set hash = c.hash from anew c
          where e.organization = $1 and e.position = c.position`,
        organization,
      ],
      [
        `update bridgelog.ledgers l set hash = e.hash from bridgelog.events e
          where l.organization = $1 and e.organization = $1 and e.position = 20`,
        organization,
      ],
    );
    expect((await verify(organization)).broken).toBeUndefined();
    if (!noted) throw new Error('no ledger');
    expect((await verifyLedger(database.worker, noted)).broken).toMatchObject({
      position: 20,
      why: 'the hash of the last event is not the hash of the ledger',
    });
  });
});

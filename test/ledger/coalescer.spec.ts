import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Coalescer, type CoalescerOptions } from '../../src/ledger/coalescer.js';
import { Overloaded, type Group, type GroupResult } from '../../src/ledger/group.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { newId } from '../../src/platform/ids.js';
import { TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { aDraft, aGroup, anItem, newLedger } from '../support/groups.js';
import { holdLedger, waitingForLock, type Held } from '../support/tables.js';
import { TcpProxy } from '../support/tcp-proxy.js';

let database: TestDatabase;
let ledger: Ledger;
let organization: string;
let other: string;
let proxy: TcpProxy;

beforeAll(async () => {
  database = await TestDatabase.create();
  ledger = database.ledger();
  proxy = await TcpProxy.open(database.appUrl, 'bridgelog-append');
});
beforeEach(async () => {
  [organization, other] = [await newLedger(ledger), await newLedger(ledger)];
});
afterEach(() => {
  expect(proxy.fates).toEqual([]);
});
afterAll(async () => {
  await proxy.close();
  await database.drop();
});

type Sent = { coalescer: Coalescer; pool: pg.Pool };

/** A coalescer whose connections go through the proxy. */
const throughProxy = (options: Partial<CoalescerOptions> = {}): Sent => {
  const pool = database.open(proxy.url, 2);
  const recall: CoalescerOptions['recall'] = (groups) => ledger.reader.recall(groups);
  return { coalescer: new Coalescer({ pool, recall, resendAfter: 5, ...options }), pool };
};

const appended = { verdict: 'appended' };
const key = (name: string) => ({ scope: 'test', key: name, requestHash: Buffer.alloc(32, 1) });
const idsOf = (...groups: readonly Group[]): string[] =>
  groups.flatMap(({ items }) => items.flatMap(({ events }) => events.map(({ id }) => id)));

/** How many of the events of these groups are stored; more than once would show as more. */
const stored = async (...groups: readonly Group[]): Promise<number> => {
  const { rows } = await database.owner.query<{ count: number }>(
    'select count(*)::int as count from bridgelog.events where id = any ($1)',
    [idsOf(...groups)],
  );
  return rows[0]?.count ?? 0;
};

const blockedAppends = (count: number) =>
  eventually(`${count} appends that wait for a lock`, async () => {
    const waiting = await waitingForLock(database, 'bridgelog.append');
    return waiting.length === count;
  });

const lockTimeout = async (value: string): Promise<void> => {
  await database.owner.query(`alter function bridgelog.append set lock_timeout = '${value}'`);
};

describe('an append whose answer is lost', () => {
  it.each([
    ['without a key', undefined],
    ['with a key', key('lost')],
  ])('%s is answered as appended, and stored once', async (_, withKey) => {
    const { coalescer } = throughProxy();
    const group = aGroup(organization, { events: 2 }, { key: withKey });
    proxy.fates.push('lose the reply');
    const result = await coalescer.submit(group);
    expect(result).toMatchObject({ ...appended, firstPosition: 2, lastPosition: 3 });
    expect(await stored(group)).toBe(2);
    expect(await ledger.feed.head(organization)).toMatchObject({ position: 3 });
  });

  it('again and again is still stored once', async () => {
    const { coalescer } = throughProxy();
    const group = aGroup(organization);
    proxy.fates.push('lose the reply', 'lose the reply', 'lose the request');
    expect(await coalescer.submit(group)).toMatchObject(appended);
    expect(await stored(group)).toBe(1);
  });

  it('of several streams is answered with all of its positions', async () => {
    const { coalescer } = throughProxy();
    const group = { organization, items: [anItem({ events: 2 }), anItem({ events: 3 })] };
    proxy.fates.push('lose the reply');
    expect(await coalescer.submit(group)).toMatchObject({ firstPosition: 2, lastPosition: 6 });
    expect(await stored(group)).toBe(5);
  });

  it('that recorded nothing but its key is answered as replayed', async () => {
    const { coalescer } = throughProxy();
    const streamId = newId('inc');
    await coalescer.submit(aGroup(organization, { streamId }));
    const nothing = { streamId, expectedVersion: 1, events: 0 };
    proxy.fates.push('lose the reply');
    const result = await coalescer.submit(aGroup(organization, nothing, { key: key('nothing') }));
    expect(result).toMatchObject({ verdict: 'replayed', firstVersion: 2, lastVersion: 1 });
  });

  it('in a batch: each group gets what became of it', async () => {
    const { coalescer } = throughProxy({ mostInFlight: 1 });
    const streamId = newId('inc');
    await ledger.coalescer.submit(aGroup(organization, { streamId }, { key: key('spent') }));
    const good = [
      aGroup(organization, { events: 2 }),
      aGroup(organization, {}, { key: key('new') }),
      aGroup(other, { events: 3 }),
    ];
    const groups = [
      aGroup(other),
      ...good,
      aGroup(organization, { streamId }),
      aGroup(other, {}, { key: key('spent') }),
      aGroup(organization, {}, { key: key('spent') }),
    ];
    proxy.fates.push('pass', 'lose the reply');
    const results = await Promise.all(groups.map((group) => coalescer.submit(group)));
    expect(results.map(({ verdict }) => verdict)).toEqual([
      ...['appended', 'appended', 'appended', 'appended'],
      ...['conflict', 'appended', 'replayed'],
    ]);
    expect(await stored(...good)).toBe(6);
    expect(await stored(...groups)).toBe(8);
  });

  it('in a batch that is split over a bad group: the others are appended once', async () => {
    const { coalescer } = throughProxy({ mostInFlight: 1 });
    const good = Array.from({ length: 4 }, () => aGroup(organization));
    const bad = aGroup(organization, { streamType: 'NOT A TYPE' });
    const groups = [aGroup(other), ...good.slice(0, 1), bad, ...good.slice(1)];
    proxy.fates.push('pass', 'pass', 'lose the reply', 'pass', 'pass', 'lose the reply');
    const results = await Promise.allSettled(groups.map((group) => coalescer.submit(group)));
    const failed = results.map(({ status }) => status === 'rejected');
    expect(failed).toEqual([false, false, true, false, false, false]);
    expect(await stored(...good)).toBe(4);
    expect(await stored(bad)).toBe(0);
  });

  it('that commits only after it was sent again is answered as appended, not as a conflict', async () => {
    const { coalescer } = throughProxy();
    const held = await holdLedger(database, organization);
    const groups = [aGroup(organization), aGroup(organization, {}, { key: key('late') })];
    await lockTimeout('20s');
    proxy.fates.push('leave the request', 'leave the request');
    const results = Promise.all(groups.map((group) => coalescer.submit(group)));
    await blockedAppends(4);
    await held.release();
    for (const result of await results) expect(result).toMatchObject(appended);
    expect(await stored(...groups)).toBe(2);
    await lockTimeout('2s');
  });
});

describe('an append that the database did not get', () => {
  it('is sent again and stored once', async () => {
    const { coalescer } = throughProxy();
    const group = aGroup(organization, {}, { key: key('first') });
    proxy.fates.push('lose the request');
    expect(await coalescer.submit(group)).toMatchObject(appended);
    expect(await stored(group)).toBe(1);
  });

  it('because connections were refused for a moment is served when they are not', async () => {
    const { coalescer, pool } = throughProxy({ resendAfter: 100 });
    const before = aGroup(organization);
    await coalescer.submit(before);
    await proxy.close();
    const groups = [aGroup(organization), aGroup(other), aGroup(organization)];
    const results = groups.map((group) => coalescer.submit(group));
    await eventually('refused connections', () => pool.totalCount === 0);
    await proxy.listen();
    for (const result of results) expect(await result).toMatchObject(appended);
    expect(await stored(before, ...groups)).toBe(4);
  });

  it('for as long as it is tried fails with what the network said', async () => {
    const { coalescer } = throughProxy();
    const group = aGroup(organization);
    proxy.fates.push(...Array.from({ length: 6 }, () => 'lose the request' as const));
    await expect(coalescer.submit(group)).rejects.toThrow(/Connection terminated|ECONNRESET/);
    expect(await stored(group)).toBe(0);
    expect(await coalescer.submit(group)).toMatchObject(appended);
  });
});

describe('a queue', () => {
  const held = async (options: Partial<CoalescerOptions>) => {
    const { coalescer } = throughProxy({ mostInFlight: 1, ...options });
    proxy.fates.push('keep the reply');
    const first = aGroup(organization);
    const answer = coalescer.submit(first);
    await eventually('a kept reply', () => proxy.keeps === 1);
    return { coalescer, first, answer };
  };

  it('that is full refuses: nothing of it is recorded, and what waits is served', async () => {
    const { coalescer, first, answer } = await held({ mostWaiting: 3 });
    const waiting = Array.from({ length: 3 }, () => aGroup(organization));
    const results = waiting.map((group) => coalescer.submit(group));
    const late = aGroup(organization);
    await expect(coalescer.submit(late)).rejects.toThrow(Overloaded);
    proxy.letThrough();
    for (const result of [answer, ...results]) expect(await result).toMatchObject(appended);
    expect([await stored(first, ...waiting), await stored(late)]).toEqual([4, 0]);
    expect(await coalescer.submit(late)).toMatchObject(appended);
  });

  it('what gathers while a batch is under way goes in one call', async () => {
    const { coalescer, answer } = await held({});
    const before = proxy.requests;
    const results = Array.from({ length: 100 }, (_, n) =>
      coalescer.submit(aGroup(n % 2 ? organization : other)),
    );
    proxy.letThrough();
    for (const result of [answer, ...results]) expect(await result).toMatchObject(appended);
    expect(proxy.requests - before).toBe(1);
  });

  it('that is stopped answers all that it took and takes no more', async () => {
    const { coalescer, first, answer } = await held({});
    const sameStream = newId('inc');
    const waiting = [
      ...Array.from({ length: 5 }, () => aGroup(organization)),
      ...[0, 1, 2].map((expectedVersion) =>
        aGroup(organization, { streamId: sameStream, expectedVersion }),
      ),
    ];
    const results = waiting.map((group) => coalescer.submit(group));
    let stopped = false;
    const stopping = coalescer.stop().then(() => (stopped = true));
    const late = aGroup(organization);
    await expect(coalescer.submit(late)).rejects.toThrow(Overloaded);
    expect(stopped).toBe(false);
    proxy.letThrough();
    await stopping;
    for (const result of [answer, ...results]) expect(await result).toMatchObject(appended);
    expect([await stored(first, ...waiting), await stored(late)]).toEqual([9, 0]);
  });

  it('that is stopped while the answer is lost still answers', async () => {
    const { coalescer } = throughProxy();
    const group = aGroup(organization);
    proxy.fates.push('lose the reply');
    const answer = coalescer.submit(group);
    await coalescer.stop();
    expect(await answer).toMatchObject(appended);
    expect(await stored(group)).toBe(1);
  });

  it('of large groups is sent in calls of bounded size', async () => {
    const { coalescer, answer } = await held({});
    const before = proxy.requests;
    const large = () => aGroup(organization, { state: `"${'x'.repeat(600_000)}"` });
    const results = [large(), large(), large()].map((group) => coalescer.submit(group));
    proxy.letThrough();
    for (const result of [answer, ...results]) expect(await result).toMatchObject(appended);
    expect(proxy.requests - before).toBe(3);
  });
});

describe('a ledger that somebody else holds beyond the lock time-out', () => {
  let held: Held;
  let coalescer: Coalescer;

  beforeEach(async () => {
    await lockTimeout('50ms');
    held = await holdLedger(database, organization);
    coalescer = throughProxy({ mostInFlight: 1 }).coalescer;
  });
  afterEach(async () => {
    await held.release();
    await lockTimeout('2s');
  });

  /** Submits one group alone, and the others so that they gather in one batch. */
  const submitTogether = (
    groups: readonly Group[],
  ): Promise<PromiseSettledResult<GroupResult>[]> => {
    void coalescer.submit(aGroup(other));
    return Promise.allSettled(groups.map((group) => coalescer.submit(group)));
  };
  const overloaded = { status: 'rejected', reason: expect.any(Overloaded) };

  it('answers its own groups with Overloaded, records nothing, and serves the others', async () => {
    const third = await newLedger(ledger);
    const groups = [other, organization, third, other, organization, third].map((each) =>
      aGroup(each),
    );
    const results = await submitTogether(groups);
    const own = groups.filter((group) => group.organization === organization);
    for (const [index, result] of results.entries()) {
      const isOwn = groups[index]?.organization === organization;
      expect(result).toMatchObject(isOwn ? overloaded : { value: appended });
    }
    expect([await stored(...groups), await stored(...own)]).toEqual([4, 0]);
  });

  it('says that too much is waiting, in words for the caller', async () => {
    await expect(coalescer.submit(aGroup(organization))).rejects.toThrow(
      /^Too much is waiting: .*Nothing was recorded; try again in a moment\.$/,
    );
  });

  it('takes appends again once it is free', async () => {
    const groups = [aGroup(organization), aGroup(other)];
    expect(await submitTogether(groups)).toMatchObject([overloaded, { value: appended }]);
    await held.release();
    const [first = aGroup(organization)] = groups;
    const again = await submitTogether([first, aGroup(organization), aGroup(other)]);
    expect(again).toMatchObject(Array.from({ length: 3 }, () => ({ value: appended })));
    expect(await stored(...groups)).toBe(2);
  });

  it('has a lane of its own from then on: while it waits there, the others pass', async () => {
    await submitTogether([aGroup(organization), aGroup(other)]);
    await lockTimeout('20s');
    const waiting = [aGroup(organization), aGroup(organization)];
    const answers = waiting.map((group) => coalescer.submit(group));
    await blockedAppends(1);
    const passing = Array.from({ length: 20 }, () => aGroup(other));
    const results = await submitTogether(passing);
    expect(results).toMatchObject(passing.map(() => ({ value: appended })));
    expect(await stored(...waiting)).toBe(0);
    await held.release();
    for (const answer of answers) expect(await answer).toMatchObject(appended);
    expect(await stored(...waiting)).toBe(2);
  });

  it('does not hold up another that is held, nor the end', async () => {
    const third = await newLedger(ledger);
    const second = await holdLedger(database, third);
    const groups = [organization, third, other, organization, third].map((each) => aGroup(each));
    const results = submitTogether(groups);
    await coalescer.stop();
    expect(await results).toMatchObject([
      ...[overloaded, overloaded, { value: appended }],
      ...[overloaded, overloaded],
    ]);
    await second.release();
    expect(await stored(...groups)).toBe(1);
  });

  it('counts what waits for it as waiting', async () => {
    coalescer = throughProxy({ mostInFlight: 1, mostWaiting: 2 }).coalescer;
    await submitTogether([aGroup(organization), aGroup(other)]);
    await lockTimeout('20s');
    const [first] = [coalescer.submit(aGroup(organization))];
    await blockedAppends(1);
    const answers = [aGroup(organization), aGroup(organization)].map((each) =>
      coalescer.submit(each),
    );
    await expect(coalescer.submit(aGroup(other))).rejects.toThrow(Overloaded);
    await held.release();
    for (const answer of [first, ...answers]) expect(await answer).toMatchObject(appended);
  });
});

describe('a group that PostgreSQL refuses', () => {
  it('alone of its batch is told what PostgreSQL said', async () => {
    const { coalescer } = throughProxy({ mostInFlight: 1 });
    const bad = aGroup(organization, { events: [aDraft({}, { type: 'not a type' })] });
    const good = [aGroup(organization), aGroup(other), aGroup(organization)];
    const answers = [aGroup(other), ...good].map((group) => coalescer.submit(group));
    await expect(coalescer.submit(bad)).rejects.toThrow(/events_type_check/);
    for (const answer of answers) expect(await answer).toMatchObject(appended);
    expect([await stored(...good), await stored(bad)]).toEqual([3, 0]);
  });
});

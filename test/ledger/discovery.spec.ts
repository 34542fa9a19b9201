import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { Coalescer } from '../../src/ledger/coalescer.js';
import { Discovery, type DiscoveryOptions } from '../../src/ledger/discovery.js';
import { Feed } from '../../src/ledger/feed.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { Follower } from '../support/follower.js';
import { aGroup, newLedger } from '../support/groups.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { hold, tableEntries, terminate, waitingForLock } from '../support/tables.js';

const aDay = 86_400_000;

let database: TestDatabase;
let ledger: Ledger;
let organization: string;
let errors: Error[];
let discoveries: Discovery[];
let followers: Follower[];

beforeAll(async () => {
  database = await TestDatabase.create();
  ledger = database.ledger();
});
beforeEach(async () => {
  organization = await newLedger(ledger);
  [errors, discoveries, followers] = [[], [], []];
});
afterEach(async () => {
  jest.useRealTimers();
  await Promise.all(followers.map((follower) => follower.stop()));
  await Promise.all(discoveries.map((discovery) => discovery.stop()));
});
afterAll(() => database.drop());

/** A feed and what finds its news, as a process of its own would have them. */
const start = (options: Partial<DiscoveryOptions> = {}): { discovery: Discovery; feed: Feed } => {
  const onError = (error: Error) => errors.push(error);
  const feed = new Feed({ pool: database.worker, reader: ledger.reader, onError });
  const listenUrl = database.workerUrl;
  const discovery = new Discovery({
    ...{ feed, pool: database.worker, listenUrl, pollEvery: aDay, onError },
    ...options,
  });
  discoveries.push(discovery);
  discovery.start();
  return { discovery, feed };
};

/** Followers that have seen the first event and wait for news. */
const follow = async (feed: Feed, ...organizations: string[]): Promise<Follower[]> => {
  const joined = organizations.map((each) => new Follower(feed, each));
  followers.push(...joined);
  await Promise.all(joined.map((follower) => follower.reaches(1)));
  const { worker } = database;
  await eventually('idle readers', () => worker.idleCount === worker.totalCount);
  return joined;
};

const append = async (count = 1): Promise<void> => {
  const result = await ledger.coalescer.submit(aGroup(organization, { events: count }));
  expect(result).toMatchObject({ verdict: 'appended' });
};

/** Appends to one ledger alone, then to the others in one call. */
const appendTogether = async (first: string, ...others: string[]): Promise<void> => {
  const coalescer = new Coalescer({
    pool: database.app,
    recall: (groups) => ledger.reader.recall(groups),
    mostInFlight: 1,
  });
  await Promise.all([first, ...others].map((each) => coalescer.submit(aGroup(each))));
};

/** The backends that listen for hints. */
const listeners = async (): Promise<readonly number[]> => {
  const { rows } = await database.owner.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database()
      and application_name = 'bridgelog listen' and query = 'listen bridgelog' and state = 'idle'`,
  );
  return rows.map(({ pid }) => pid);
};
const listening = (count = 1) =>
  eventually(`${count} listening`, async () => (await listeners()).length === count);

/** Takes the clock of intervals (and of nothing else) into the test's hands. */
const holdTicks = () =>
  jest.useFakeTimers({
    doNotFake: [
      ...(['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask'] as const),
      ...(['setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout'] as const),
    ],
  });
const tick = () => jest.advanceTimersByTime(aDay);

describe('with LISTEN', () => {
  it('news arrive without a poll', async () => {
    const { feed } = start();
    const [follower] = await follow(feed, organization);
    await listening();
    for (const position of [2, 3, 4]) {
      await append();
      await follower?.reaches(position);
    }
    expect(follower?.entries).toEqual(await tableEntries(database, organization));
  });

  it('what was appended before it took effect is found all the same', async () => {
    const { feed } = start({ listenUrl: undefined });
    const [follower] = await follow(feed, organization);
    await append(3);
    const onError = (error: Error) => errors.push(error);
    const { workerUrl: listenUrl, worker: pool } = database;
    const late = new Discovery({ feed, pool, listenUrl, pollEvery: aDay, onError });
    discoveries.push(late);
    late.start();
    await follower?.reaches(4);
  });

  it('of an append for many organizations each follower has its news', async () => {
    const [first, other] = [await newLedger(ledger), await newLedger(ledger)];
    const { feed } = start();
    const joined = await follow(feed, organization, other);
    await listening();
    for (const position of [2, 3, 4, 5]) {
      await appendTogether(first, organization, other);
      await Promise.all(joined.map((follower) => follower.reaches(position)));
    }
  });

  it('a hint that comes while a poll is under way is not lost in it', async () => {
    const [first, other] = [await newLedger(ledger), await newLedger(ledger)];
    const proxy = await TcpProxy.open(database.workerUrl, 'from bridgelog.ledgers where');
    const { feed, discovery } = start({ pool: database.open(proxy.url, 1) });
    const [follower, , heard] = await follow(feed, organization, other, first);
    await listening();
    proxy.fates.push('keep the reply');
    const polled = discovery.poll();
    // The poll has seen the heads of before; the hint `many` for this append comes after that.
    await eventually('a kept reply', () => proxy.keeps === 1);
    await appendTogether(first, organization, other);
    await ledger.coalescer.submit(aGroup(first));
    await heard?.reaches(3);
    proxy.letThrough();
    await polled;
    await follower?.reaches(2);
    await proxy.close();
  });

  it('after its connection broke, the next tick listens again', async () => {
    holdTicks();
    const { feed } = start();
    const [follower] = await follow(feed, organization);
    await listening();
    await terminate(database, await listeners());
    await eventually('a report', () => errors.length > 0);
    await listening(0);
    await append(2);
    expect(follower?.seen).toHaveLength(1);
    tick();
    await follower?.reaches(3);
    await listening();
    await append();
    await follower?.reaches(4);
    expect(follower?.entries).toEqual(await tableEntries(database, organization));
    expect(errors).toHaveLength(1);
  });

  it('that is refused is tried again with every tick, and leaves no connection behind', async () => {
    holdTicks();
    const { feed } = start({ listenUrl: refusing(database.ownerUrl) });
    await follow(feed, organization);
    for (const count of [1, 2, 3]) {
      await eventually(`report ${count}`, () => errors.length === count);
      tick();
    }
    await eventually('the last report', () => errors.length === 4);
    await eventually('no connection', async () => {
      const { rows } = await database.owner.query(
        `select from pg_stat_activity where datname = current_database()
          and application_name = 'bridgelog listen'`,
      );
      return rows.length === 0;
    });
  });
});

/** Connections that answer queries, but refuse to LISTEN, as a standby does. */
const refusing = (url: string): string => {
  const refused = new URL(url);
  refused.searchParams.set('replication', 'database');
  return refused.toString();
};

describe('without LISTEN', () => {
  it('news arrive by the poll', async () => {
    const { feed } = start({ listenUrl: undefined, pollEvery: 10 });
    const [follower] = await follow(feed, organization);
    for (const position of [2, 3, 4]) {
      await append();
      await follower?.reaches(position);
    }
    expect(await listeners()).toEqual([]);
  });

  it('news of many organizations arrive by the poll', async () => {
    const others = [await newLedger(ledger), await newLedger(ledger)];
    const { feed } = start({ listenUrl: undefined, pollEvery: 10 });
    const joined = await follow(feed, organization, ...others);
    await Promise.all(
      [organization, ...others].map((each) => ledger.coalescer.submit(aGroup(each))),
    );
    await Promise.all(joined.map((follower) => follower.reaches(2)));
  });

  it('a poll that fails is reported, and the next one brings the news', async () => {
    const pool = database.open(database.workerUrl, 1);
    const { feed, discovery } = start({ listenUrl: undefined, pool });
    const [follower] = await follow(feed, organization);
    await append();
    const lock = await hold(database, 'lock table bridgelog.ledgers in access exclusive mode');
    const polled = discovery.poll();
    const poll = 'select organization, position from bridgelog.ledgers';
    await eventually('a poll', async () => {
      const waiting = await waitingForLock(database, poll);
      await terminate(database, waiting);
      return waiting.length > 0;
    });
    await polled;
    await lock.release();
    expect(errors).toHaveLength(1);
    expect(follower?.seen).toHaveLength(1);
    await discovery.poll();
    await follower?.reaches(2);
  });

  it('nothing is asked while nobody follows', async () => {
    const pool = database.open(database.workerUrl, 1);
    const { discovery } = start({ listenUrl: undefined, pool });
    await discovery.poll();
    expect(pool.totalCount).toBe(0);
  });
});

describe('stop', () => {
  it('while it connects reports nothing and leaves no connection behind', async () => {
    for (const turns of [0, 1, 2, 3, 5, 8]) {
      const { discovery } = start();
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
      await discovery.stop();
    }
    await listening(0);
    expect(errors).toEqual([]);
  });

  it('ends the looking for news', async () => {
    const { feed, discovery } = start();
    const [follower] = await follow(feed, organization);
    await listening();
    await discovery.stop();
    await append();
    await discovery.poll();
    expect(follower?.seen).toHaveLength(1);
    expect(await listeners()).toEqual([]);
  });
});

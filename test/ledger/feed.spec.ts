import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Feed, FeedBroken } from '../../src/ledger/feed.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { openPool } from '../../src/platform/database/pool.js';
import { newOrganization, TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { Follower } from '../support/follower.js';
import { aGroup, newLedger } from '../support/groups.js';
import { hold, tableEntries, tamper, terminate, waitingForLock } from '../support/tables.js';

let database: TestDatabase;
let ledger: Ledger;
let followers: Follower[] = [];
let pools: pg.Pool[] = [];

beforeAll(async () => {
  database = await TestDatabase.create();
  ledger = database.ledger();
  ledger.start();
});
afterEach(async () => {
  await Promise.allSettled(followers.map((follower) => follower.stop()));
  await Promise.all(pools.filter((pool) => !pool.ending).map((pool) => pool.end()));
  [followers, pools] = [[], []];
});
afterAll(() => database.drop());

const follow = (organization: string, after = 0, feed = ledger.feed): Follower => {
  const follower = new Follower(feed, organization, after);
  followers.push(follower);
  return follower;
};

/** Appends events in groups of at most 100; gives the last position. */
const append = async (organization: string, count: number, by = ledger): Promise<number> => {
  let last = 0;
  for (let left = count; left > 0; left -= 100) {
    const result = await by.coalescer.submit(aGroup(organization, { events: Math.min(left, 100) }));
    if (result.verdict === 'appended') last = result.lastPosition;
  }
  return last;
};

const expectWhole = async (
  { entries }: Follower,
  organization: string,
  after = 0,
): Promise<void> => {
  const table = await tableEntries(database, organization);
  expect(entries).toEqual(table.slice(after));
  expect(entries.map(({ position }) => position)).toEqual(
    entries.map((_, index) => after + index + 1),
  );
};

/** A feed that hears of news only when the test says so. */
const quietFeed = () => {
  const errors: Error[] = [];
  const url = database.workerUrl;
  const pool = openPool({ url, max: 2, name: 'quiet feed', onIdleError: () => undefined });
  pools.push(pool);
  const feed = new Feed({ pool, reader: ledger.reader, onError: (error) => errors.push(error) });
  /** Resolves when nothing is read: all who follow wait for news. */
  const idle = () =>
    eventually('an idle feed', () => pool.totalCount > 0 && pool.idleCount === pool.totalCount);
  return { feed, pool, errors, idle };
};

/** Resolves when a feed waits for a lock with its read of a page; gives the backends. */
const blockedRead = async (): Promise<readonly number[]> => {
  let waiting: readonly number[] = [];
  await eventually('a read of a page', async () => {
    waiting = await waitingForLock(database, 'e.position > $2 order by e.position limit');
    return waiting.length > 0;
  });
  return waiting;
};
const lockEvents = () => hold(database, 'lock table bridgelog.events in access exclusive mode');

describe('a follower', () => {
  it('gets the backlog, then what comes', async () => {
    const organization = await newLedger(ledger);
    await append(organization, 1_200);
    const follower = follow(organization);
    await follower.reaches(1_201);
    await append(organization, 300);
    await follower.reaches(1_501);
    await expectWhole(follower, organization);
  });

  it('that starts in the middle gets what is after its start', async () => {
    const organization = await newLedger(ledger);
    await append(organization, 20);
    const follower = follow(organization, 15);
    await append(organization, 5);
    await follower.reaches(26);
    await expectWhole(follower, organization, 15);
  });

  it('gets events as the reader gives them', async () => {
    const organization = await newLedger(ledger);
    const group = aGroup(organization, { events: 3 });
    await ledger.coalescer.submit(group);
    const follower = follow(organization, 1);
    await follower.reaches(4);
    const streamId = group.items[0]?.streamId ?? '';
    expect(follower.seen).toEqual(await ledger.reader.stream(organization, streamId, 1, 3));
  });

  it('of an organization without a ledger waits for its first event', async () => {
    const organization = newOrganization();
    const { feed } = quietFeed();
    const follower = follow(organization, 0, feed);
    await eventually('followed', () => feed.followed().includes(organization));
    await ledger.coalescer.submit(aGroup(organization, { streamType: 'organization' }));
    feed.announce(organization, 1);
    await follower.reaches(1);
  });

  it('sees nothing twice when a hint names what it has read', async () => {
    const organization = await newLedger(ledger);
    const { feed } = quietFeed();
    const follower = follow(organization, 0, feed);
    await follower.reaches(1);
    feed.announce(organization, 1);
    feed.announce(organization, 0);
    feed.announce(organization, await append(organization, 1));
    await follower.reaches(2);
    await expectWhole(follower, organization);
  });

  it('gets all that was appended since the last news, however old that is', async () => {
    const organization = await newLedger(ledger);
    const { feed } = quietFeed();
    const [waiting, reading] = [follow(organization, 0, feed), follow(organization, 1, feed)];
    await waiting.reaches(1);
    feed.announce(organization, await append(organization, 5_200));
    await Promise.all([waiting.reaches(5_201), reading.reaches(5_201)]);
    await expectWhole(waiting, organization);
    await expectWhole(reading, organization, 1);
  });
});

describe('many followers', () => {
  it('of several ledgers each get their own, whole', async () => {
    const organizations = [await newLedger(ledger), await newLedger(ledger), newOrganization()];
    const all = organizations.flatMap((organization) =>
      Array.from({ length: 5 }, () => ({ organization, follower: follow(organization) })),
    );
    await ledger.coalescer.submit(aGroup(organizations[2] ?? '', { streamType: 'organization' }));
    const appends = organizations.flatMap((organization) =>
      Array.from({ length: 30 }, () => append(organization, 3)),
    );
    await Promise.all(appends);
    for (const { organization, follower } of all) {
      await follower.reaches(91);
      await expectWhole(follower, organization);
    }
  });

  it('who join anywhere while 16 writers append 2,000 events see what the table has', async () => {
    const other = database.ledger();
    other.start();
    const organization = await newLedger(ledger);
    const joined: { after: number; follower: Follower }[] = [];
    let appended = 1;
    const write = async (): Promise<void> => {
      for (let nth = 0; nth < 125; nth += 1) {
        await append(organization, 1, appended % 3 ? ledger : other);
        appended += 1;
        if (appended % 50 !== 0) continue;
        const after = (appended * 7_919) % appended;
        const feed = appended % 100 ? ledger.feed : other.feed;
        joined.push({ after, follower: follow(organization, after, feed) });
      }
    };
    await Promise.all(Array.from({ length: 16 }, write));
    expect(joined).toHaveLength(40);
    for (const { after, follower } of joined) {
      await follower.reaches(2_001);
      await expectWhole(follower, organization, after);
    }
  });

  it('wait for nobody: one that does not pull misses nothing, and the others go on', async () => {
    const organization = await newLedger(ledger);
    const slow = ledger.feed.follow(organization, 0, new AbortController().signal);
    const fast = follow(organization);
    const first = await slow.next();
    await append(organization, 5_500);
    await fast.reaches(5_501);
    const seen = [...(first.value ?? [])];
    while (seen.length < 5_501) seen.push(...((await slow.next()).value ?? []));
    await slow.return();
    expect(seen.map(({ position, id }) => ({ position, id }))).toEqual(fast.entries);
    await expectWhole(fast, organization);
  });
});

describe('abort', () => {
  it('ends a follower that waits', async () => {
    const organization = await newLedger(ledger);
    const follower = follow(organization);
    await follower.reaches(1);
    await follower.stop();
    expect(ledger.feed.followed()).not.toContain(organization);
  });

  it('ends a follower that reads, without another event', async () => {
    const organization = await newLedger(ledger);
    const { feed } = quietFeed();
    const lock = await lockEvents();
    const follower = follow(organization, 0, feed);
    await blockedRead();
    const stopped = follower.stop();
    expect(feed.followed()).toEqual([]);
    await lock.release();
    await stopped;
    expect(follower.seen).toEqual([]);
  });

  it('lets go of a follower that does not pull', async () => {
    const organization = await newLedger(ledger);
    const { feed } = quietFeed();
    const stopping = new AbortController();
    const slow = feed.follow(organization, 0, stopping.signal);
    await slow.next();
    expect(feed.followed()).toEqual([organization]);
    stopping.abort();
    expect(feed.followed()).toEqual([]);
    expect(await slow.next()).toEqual({ done: true, value: undefined });
  });

  it('before the start yields nothing', async () => {
    const { feed } = quietFeed();
    const events = feed.follow(await newLedger(ledger), 0, AbortSignal.abort());
    expect(await events.next()).toEqual({ done: true, value: undefined });
    expect(feed.followed()).toEqual([]);
  });
});

describe('a ledger that nobody follows any more', () => {
  it('is not read', async () => {
    const organization = await newLedger(ledger);
    const { feed, pool, errors } = quietFeed();
    const [one, two] = [follow(organization, 0, feed), follow(organization, 0, feed)];
    await Promise.all([one.reaches(1), two.reaches(1)]);
    await one.stop();
    expect(feed.followed()).toEqual([organization]);
    await two.stop();
    expect(feed.followed()).toEqual([]);
    await pool.end();
    feed.announce(organization, await append(organization, 1));
    await new Promise(setImmediate);
    expect(errors).toEqual([]);
  });

  it('is read no further than the page that was being read', async () => {
    const organization = await newLedger(ledger);
    const { feed, pool, errors, idle } = quietFeed();
    const follower = follow(organization, 0, feed);
    await follower.reaches(1);
    await idle();
    const last = await append(organization, 1_500);
    const lock = await lockEvents();
    feed.announce(organization, last);
    await blockedRead();
    await follower.stop();
    const ended = pool.end();
    await lock.release();
    await ended;
    await new Promise(setImmediate);
    expect(errors).toEqual([]);
  });
});

describe('a hole', () => {
  const withHoleAt = async (missing: number) => {
    const organization = await newLedger(ledger);
    const { feed, errors, idle } = quietFeed();
    await append(organization, 5);
    const waiting = [follow(organization, 0, feed), follow(organization, 6, feed)];
    await waiting[0]?.reaches(6);
    await idle();
    await append(organization, 3);
    await tamper(database, [
      'delete from bridgelog.events where organization = $1 and position = $2',
      organization,
      missing,
    ]);
    return { organization, feed, errors, waiting };
  };

  it('ends every follower that comes to it, and none skips it', async () => {
    const { organization, feed, errors, waiting } = await withHoleAt(8);
    feed.announce(organization, 9);
    const joining = [follow(organization, 0, feed), follow(organization, 7, feed)];
    for (const { ended } of [...waiting, ...joining]) {
      await expect(ended).rejects.toThrow(FeedBroken);
      await expect(ended).rejects.toThrow(/position 9 stands where 8 should/);
    }
    for (const { entries } of [...waiting, ...joining]) {
      expect(entries.every(({ position }) => position < 8)).toBe(true);
    }
    expect(errors[0]).toBeInstanceOf(FeedBroken);
  });

  it('at the end of a ledger is found by what the ledger says of its head', async () => {
    const { organization, feed, errors, waiting } = await withHoleAt(9);
    feed.announce(organization, 9);
    const joining = [follow(organization, 0, feed), follow(organization, 8, feed)];
    for (const { ended } of [...waiting, ...joining]) {
      await expect(ended).rejects.toThrow(/its head is 9, nothing stands after 8/);
    }
    expect(errors[0]).toBeInstanceOf(FeedBroken);
  });

  it('is found by a follower that was behind when the end of a ledger was cut off', async () => {
    const organization = await newLedger(ledger);
    const { feed } = quietFeed();
    const last = await append(organization, 5_000);
    const before = follow(organization, last, feed);
    await eventually('followed', () => feed.followed().length > 0);
    feed.announce(organization, await append(organization, 1));
    await before.reaches(last + 1);
    await tamper(
      database,
      ['delete from bridgelog.events where organization = $1 and position > 100', organization],
      ['update bridgelog.ledgers set position = 100 where organization = $1', organization],
    );
    const behind = follow(organization, 90, feed);
    await expect(behind.ended).rejects.toThrow(FeedBroken);
  });
});

describe('a position that the ledger has not reached', () => {
  it('cannot be followed, and who asks for it disturbs nobody', async () => {
    const organization = await newLedger(ledger);
    const { feed, errors } = quietFeed();
    const future = follow(organization, 1_000, feed);
    const follower = follow(organization, 0, feed);
    await expect(future.ended).rejects.toThrow(/its head is 1, nothing stands after 1000/);
    await follower.reaches(1);
    feed.announce(organization, await append(organization, 2));
    await follower.reaches(3);
    await expectWhole(follower, organization);
    await expect(follow(organization, 1_000, feed).ended).rejects.toThrow(FeedBroken);
    expect(errors).toEqual([]);
  });

  it('in a hint is not believed', async () => {
    const organization = await newLedger(ledger);
    const { feed, errors } = quietFeed();
    const follower = follow(organization, 0, feed);
    await follower.reaches(1);
    feed.announce(organization, 1_000_000);
    feed.announce(organization, await append(organization, 2));
    await follower.reaches(3);
    feed.announce(organization, await append(organization, 2));
    await follower.reaches(5);
    await expectWhole(follower, organization);
    expect(errors).toEqual([]);
  });
});

describe('a read that fails', () => {
  const failRead = async (begin: () => void): Promise<void> => {
    const lock = await lockEvents();
    begin();
    await terminate(database, await blockedRead());
    await lock.release();
  };

  it('of news is reported, and the next news brings all', async () => {
    const organization = await newLedger(ledger);
    const { feed, errors, idle } = quietFeed();
    const follower = follow(organization, 0, feed);
    await follower.reaches(1);
    await idle();
    const news = await append(organization, 3);
    await failRead(() => feed.announce(organization, news));
    await eventually('a report', () => errors.length > 0);
    expect(follower.seen).toHaveLength(1);
    feed.announce(organization, await append(organization, 1));
    await follower.reaches(5);
    await expectWhole(follower, organization);
    expect(errors).toHaveLength(1);
  });

  it('of a backlog is reported, and any news has the follower go on', async () => {
    const organization = await newLedger(ledger);
    const { feed, errors } = quietFeed();
    const last = await append(organization, 3);
    let follower: Follower | undefined;
    await failRead(() => (follower = follow(organization, 0, feed)));
    await eventually('a report', () => errors.length > 0);
    expect(follower?.seen).toEqual([]);
    feed.announce(organization, last);
    await follower?.reaches(last);
    expect(follower?.entries).toEqual(await tableEntries(database, organization));
    expect(errors).toHaveLength(1);
  });
});

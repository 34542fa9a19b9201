import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ClocksService } from '../../src/clocks/clocks.service.js';
import { accept } from '../../src/kernel/decision.js';
import type { Claim, Due } from '../../src/ledger/due-times.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { newId } from '../../src/platform/ids.js';
import { TestDatabase } from '../support/database.js';
import { newLedger } from '../support/groups.js';
import { nameOwner, notebookKind } from '../support/notebook.js';

let database: TestDatabase;
let ledger: Ledger;
let organization: string;
let alarms: string[];
beforeAll(async () => {
  database = await TestDatabase.create();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.owner.query('delete from bridgelog.due');
  await database.setClock('2026-03-01T12:00:00Z', 0);
  alarms = [];
  ledger = aLedger();
  organization = await newLedger(ledger);
});

const aLedger = () => database.ledger({ alarm: (message) => alarms.push(message) });
/** The clocks of a process of its own. */
const someClocks = () => new ClocksService(aLedger());

const at = (time: string) => `2026-03-01T${time}:00.000000Z`;
type Setting = { kind?: string; subject?: string; time: string | null; streamId?: string };

/** Sets a time on a notebook, of its own unless another is named; null clears it. */
const set = async ({ kind = 'bell', subject = 'a', time, streamId = newId('nbk') }: Setting) => {
  await ledger.transact(notebookKind, {
    organization,
    streamId,
    actor: { kind: 'POLICY', id: 'test' },
    via: null,
    correlationId: null,
    decide: () => ({
      ...accept({ type: 'LineWritten', data: { text: `${kind} ${subject}` } }),
      due: [{ kind, subject, at: time === null ? null : at(time) }],
    }),
  });
  return streamId;
};
const clear = ({ streamId, kind, subject }: Due) => set({ streamId, kind, subject, time: null });

/** What an unhurried process claims. */
const claim = (room = 10, kinds = ['bell'], holder = 'test'): Promise<readonly Claim[]> =>
  ledger.due.claim(
    holder,
    kinds.flatMap((kind) => [false, true].map((again) => ({ kind, again, room }))),
  );
const subjects = (claims: readonly Claim[]) => claims.map(({ due }) => due.subject);
const only = (claims: readonly Claim[]): Claim => {
  const [first] = claims;
  if (!first || claims.length > 1) throw new Error(`${claims.length} claims`);
  return first;
};

/** Moves the ends of leases and pauses into the past, as if so many seconds had gone by. */
const passSeconds = (seconds: number) =>
  database.owner.query(
    'update bridgelog.due set held_until = held_until - make_interval(secs => $1)',
    [seconds],
  );
/** Seconds until it may be claimed, rounded; failures; whether somebody has it. */
const rowOf = async () => {
  const { rows } = await database.owner.query<Record<string, unknown>>(
    `select round(extract(epoch from held_until - clock_timestamp()))::int as seconds, failures,
      holder from bridgelog.due`,
  );
  return rows[0];
};

describe('a claim', () => {
  it('takes the oldest first, over all organizations, and what has not come is left', async () => {
    await set({ subject: 'second', time: '11:30' });
    organization = await newLedger(ledger);
    await set({ subject: 'first', time: '11:00' });
    await set({ subject: 'third', time: '12:00' });
    await set({ subject: 'not yet', time: '12:01' });
    expect(subjects(await claim(2))).toEqual(['first', 'second']);
    expect(subjects(await claim(2))).toEqual(['third']);
    expect(await claim(2)).toEqual([]);
  });

  it('of many processes at once never meets that of another', async () => {
    for (let nth = 0; nth < 60; nth += 1) await set({ subject: `n${nth}`, time: '11:00' });
    const rounds = Array.from({ length: 12 }, () => claim(10));
    const claims = (await Promise.all(rounds)).flat();
    while (claims.length < 60) {
      const more = await claim(10);
      expect(more).not.toEqual([]);
      claims.push(...more);
    }
    expect(new Set(subjects(claims)).size).toBe(60);
    expect(claims.length).toBe(60);
    expect(new Set(claims.map(({ fence }) => fence)).size).toBe(60);
  });

  it('waits for nobody: what another holds locked is left', async () => {
    const locked = await set({ subject: 'locked', time: '11:00' });
    await set({ subject: 'free', time: '11:30' });
    const client = await database.owner.connect();
    await client.query('begin');
    await client.query('select from bridgelog.due where stream = $1 for update', [locked]);
    const claims = await claim();
    await client.query('rollback');
    client.release();
    expect(subjects(claims)).toEqual(['free']);
    expect(subjects(await claim())).toEqual(['locked']);
  });

  it('is over when its lease is, by the real clock and not by that of the database', async () => {
    await set({ time: '11:00' });
    const first = only(await claim(10, ['bell'], 'first'));
    await database.setClock('2026-03-05T12:00:00Z', 0);
    expect(await claim()).toEqual([]);
    await passSeconds(29);
    expect(await claim()).toEqual([]);
    await passSeconds(1);
    const second = only(await claim(10, ['bell'], 'second'));
    expect(second).toMatchObject({ due: first.due, lane: { kind: 'bell', again: true } });
    expect(second.fence).toBeGreaterThan(first.fence);
    expect(await rowOf()).toEqual({ seconds: 30, failures: 0, holder: 'second' });
  });

  it('that is extended holds longer; one that is given back is free at once', async () => {
    await set({ time: '11:00' });
    const first = only(await claim());
    await passSeconds(25);
    expect(await ledger.due.extend(first)).toBe(true);
    expect(await rowOf()).toMatchObject({ seconds: 30 });
    await ledger.due.release(first);
    expect((await rowOf())?.['holder']).toBeNull();
    expect(subjects(await claim())).toEqual(['a']);
  });

  it.each(['extend', 'release', 'putOff'] as const)(
    'that is not the latest, was moved, or was given up changes nothing by %s',
    async (way) => {
      const streamId = await set({ time: '11:00' });
      const old = only(await claim());
      const unchanged = async () => {
        const before = await database.owner.query('select * from bridgelog.due');
        expect(await ledger.due[way](old)).not.toBe(true);
        expect((await database.owner.query('select * from bridgelog.due')).rows).toEqual(
          before.rows,
        );
      };
      await passSeconds(30);
      const latest = only(await claim());
      await unchanged();
      await ledger.due.putOff(latest);
      await unchanged();
      await set({ streamId, time: '11:30' });
      await unchanged();
      await set({ streamId, time: null });
      await set({ streamId, time: '11:00' });
      expect(subjects(await claim())).toEqual(['a']);
      await unchanged();
    },
  );

  it('does not hold up a time that was moved meanwhile', async () => {
    const streamId = await set({ time: '11:00' });
    await claim();
    await set({ streamId, time: '11:30' });
    const moved = only(await claim());
    expect(moved).toMatchObject({ due: { at: at('11:30') }, lane: { again: false } });
    await set({ streamId, time: '12:10' });
    expect(await claim()).toEqual([]);
    await database.setClock('2026-03-01T12:10:00Z', 0);
    expect(only(await claim()).due.at).toBe(at('12:10'));
  });

  it('takes of a stream the first alone, and none while another is worked at', async () => {
    const streamId = await set({ subject: 'second', time: '11:30' });
    await set({ streamId, subject: 'first', time: '11:00' });
    await set({ streamId, kind: 'gong', subject: 'third', time: '11:40' });
    const first = only(await claim(10, ['bell', 'gong']));
    expect(first.due.subject).toBe('first');
    expect(await claim(10, ['bell', 'gong'])).toEqual([]);
    await clear(first.due);
    const second = only(await claim(10, ['bell', 'gong']));
    expect(second.due.subject).toBe('second');
    // What fails does not hold up the rest of its stream.
    await ledger.due.putOff(second);
    expect(subjects(await claim(10, ['bell', 'gong']))).toEqual(['third']);
  });

  it('leaves kinds that it does not name to others, and they are in nobody’s way', async () => {
    const streamId = await set({ kind: 'new', subject: 'unknown', time: '11:00' });
    await set({ streamId, subject: 'known', time: '11:30' });
    expect(subjects(await claim())).toEqual(['known']);
    const { rows } = await database.owner.query(
      `select holder, fence from bridgelog.due where kind = 'new'`,
    );
    expect(rows).toEqual([{ holder: null, fence: 0 }]);
  });
});

describe('what failed', () => {
  it('is put off twice as long each time, at most 5 minutes, for every process', async () => {
    await set({ time: '11:00' });
    const pauses: unknown[] = [];
    for (let failure = 1; failure <= 11; failure += 1) {
      await ledger.due.putOff(only(await claim()));
      pauses.push((await rowOf())?.['seconds']);
      expect(await claim()).toEqual([]);
      await passSeconds(300);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    expect(await rowOf()).toMatchObject({ failures: 11, holder: null });
  });

  it('is forgotten when its time is moved', async () => {
    const streamId = await set({ time: '11:00' });
    await ledger.due.putOff(only(await claim()));
    await set({ streamId, time: '11:30' });
    await ledger.due.putOff(only(await claim()));
    expect(await rowOf()).toMatchObject({ seconds: 1, failures: 1 });
  });

  it('is not forgotten by a process that starts', async () => {
    await set({ time: '11:00' });
    const [first, second] = [someClocks(), someClocks()];
    const tried: string[] = [];
    for (const clocks of [first, second]) {
      clocks.register('bell', () => {
        tried.push('tried');
        return Promise.reject(new Error('no'));
      });
    }
    await first.settle();
    await passSeconds(-100);
    await second.settle();
    await second.settle();
    expect([tried.length, alarms.length]).toEqual([1, 1]);
  });
});

describe('several processes', () => {
  it('do each thing once, and wait for no slow one but its own stream', async () => {
    const [one, other] = [someClocks(), someClocks()];
    const hold = Promise.withResolvers<unknown>();
    const done: string[] = [];
    for (const clocks of [one, other]) {
      clocks.register('slow', async (due) => {
        await hold.promise;
        done.push(due.subject);
        await clear(due);
      });
      clocks.register('bell', async (due) => {
        done.push(due.subject);
        await clear(due);
      });
    }
    const slow = await set({ kind: 'slow', subject: 'slow', time: '11:00' });
    await set({ streamId: slow, subject: 'after slow', time: '11:10' });
    for (let nth = 0; nth < 20; nth += 1)
      await set({ kind: 'slow', subject: `slow ${nth}`, time: '11:00' });
    for (let nth = 0; nth < 20; nth += 1) await set({ subject: `bell ${nth}`, time: '11:30' });
    const settled = Promise.all([one.settle(), other.settle()]);
    await someClocks().settle();
    while (done.length < 20) await new Promise((resolve) => setImmediate(resolve));
    expect(done.every((subject) => subject.startsWith('bell'))).toBe(true);
    hold.resolve(null);
    await settled;
    // The last one of a stream may be seen by neither: the other is just about to end.
    await one.settle();
    expect(done.length).toBe(42);
    expect(new Set(done).size).toBe(42);
    expect(done.indexOf('after slow')).toBeGreaterThan(done.indexOf('slow'));
  });

  it('wait for what comes first in a stream, though nobody has a hand free for it', async () => {
    const clocks = someClocks();
    const hold = Promise.withResolvers<unknown>();
    const done: string[] = [];
    clocks.register('slow', async (due) => {
      await hold.promise;
      done.push(due.subject);
      await clear(due);
    });
    clocks.register('bell', async (due) => {
      done.push(due.subject);
      await clear(due);
    });
    for (let nth = 0; nth < 4; nth += 1)
      await set({ kind: 'slow', subject: `slow ${nth}`, time: '10:00' });
    const slow = await set({ kind: 'slow', subject: 'slow', time: '11:00' });
    await set({ streamId: slow, subject: 'after slow', time: '11:10' });
    for (let nth = 0; nth < 20; nth += 1) await set({ subject: `bell ${nth}`, time: '11:30' });
    const settled = clocks.settle();
    while (done.length < 20) await new Promise((resolve) => setImmediate(resolve));
    expect(done).not.toContain('after slow');
    hold.resolve(null);
    await settled;
    await clocks.settle();
    expect(done.length).toBe(26);
    expect(done.indexOf('after slow')).toBeGreaterThan(done.indexOf('slow'));
  });

  it('work at no more than four new ones of a kind each at the same time', async () => {
    const clocks = someClocks();
    let [now, most] = [0, 0];
    clocks.register('bell', async (due) => {
      now += 1;
      most = Math.max(most, now);
      await clear(due);
      now -= 1;
    });
    for (let nth = 0; nth < 20; nth += 1) await set({ subject: `bell ${nth}`, time: '11:00' });
    await clocks.settle();
    expect(most).toBe(4);
  });

  it('take over at once from one that is stopping, also in the middle of something long', async () => {
    const [one, other] = [someClocks(), someClocks()];
    const begun = Promise.withResolvers<unknown>();
    one.register('bell', async (_due, signal) => {
      begun.resolve(null);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      signal.throwIfAborted();
    });
    const done: string[] = [];
    other.register('bell', async (due) => {
      done.push(due.subject);
      await clear(due);
    });
    await set({ time: '11:00' });
    const settled = one.settle();
    await begun.promise;
    await other.settle();
    expect(done).toEqual([]);
    await one.onApplicationShutdown();
    await settled;
    await other.settle();
    expect([done, alarms]).toEqual([['a'], []]);
  });

  it('come to no harm by one that wakes up long after its lease', async () => {
    const [frozen, other] = [someClocks(), someClocks()];
    const [asleep, awake] = [Promise.withResolvers<Due>(), Promise.withResolvers<unknown>()];
    const bell = newId('mem');
    let rung = 0;
    // As a rule has it: what is done is found done on the notebook as it stands.
    const ring = async ({ streamId, kind, subject }: Due) => {
      const { events } = await ledger.transact(notebookKind, {
        ...{ organization, streamId, actor: { kind: 'POLICY', id: 'test' } },
        ...{ via: null, correlationId: null },
        decide: (notebook) => {
          const decision = nameOwner(bell)(notebook);
          return 'refusals' in decision || decision.events.length === 0
            ? decision
            : { ...decision, due: [{ kind, subject, at: null }] };
        },
      });
      rung += events.length;
    };
    frozen.register('bell', async (due) => {
      asleep.resolve(due);
      await awake.promise;
      await ring(due);
    });
    other.register('bell', ring);
    const streamId = await set({ time: '11:00' });
    const settled = frozen.settle();
    await asleep.promise;
    await other.settle();
    expect(rung).toBe(0);
    await passSeconds(30);
    await other.settle();
    expect(rung).toBe(1);
    // Due anew, and claimed by somebody: the frozen one has no say in that either.
    await set({ streamId, time: '11:00' });
    const latest = only(await claim());
    const before = await rowOf();
    awake.resolve(null);
    await settled;
    expect([rung, alarms]).toEqual([1, []]);
    expect(await rowOf()).toEqual(before);
    expect(await ledger.due.extend(latest)).toBe(true);
  });
});

describe('the rights to what is due', () => {
  beforeEach(() => set({ time: '11:00' }).then(() => undefined));

  it.each([
    `update bridgelog.due set at = now()`,
    `update bridgelog.due set cause = 'evt_1'`,
    `update bridgelog.due set subject = 'b'`,
    `update bridgelog.due set organization = gen_random_uuid()`,
    `delete from bridgelog.due`,
    `truncate bridgelog.due`,
    `insert into bridgelog.due (organization, stream, kind, subject, at, cause)
      select organization, stream, kind, 'b', at, cause from bridgelog.due`,
    `select setval('bridgelog.due_fence', 1)`,
  ])('of the worker are to claim alone: not %s', async (statement) => {
    await expect(database.worker.query(statement)).rejects.toThrow(/permission denied/);
  });

  it.each([
    `select from bridgelog.claim_due(array['bell'], array[false], array[1], 'app', '1 minute')`,
    `update bridgelog.due set holder = 'app'`,
    `select from bridgelog.due for update`,
    `select nextval('bridgelog.due_fence')`,
  ])('of the application are to read alone: not %s', async (statement) => {
    const client = await database.app.connect();
    try {
      await client.query(`begin; set local bridgelog.organization = '${organization}'`);
      await expect(client.query(statement)).rejects.toThrow(/permission denied/);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

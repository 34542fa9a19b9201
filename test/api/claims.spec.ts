import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { overlap } from '../../src/kernel/target.js';
import { newId } from '../../src/platform/ids.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
const apps: TestApp[] = [];
const people: Person[] = [];

/** Three servers on one database, each with people of its own, who share an organization. */
beforeAll(async () => {
  database = await TestDatabase.create();
  const first = await TestApp.start(database);
  const { organization } = first;
  apps.push(first);
  for (let n = 0; n < 2; n += 1) apps.push(await TestApp.start(database, { organization }));
  for (const app of apps) {
    for (const name of ['Ada', 'Bob']) people.push(await app.person(name));
  }
});
afterAll(async () => {
  for (const app of apps) await app.close();
  await database.drop();
});

type Answer = { refusals: { code: string }[] };

/** The people of the three servers in turn. */
const person = (n: number): Person => {
  const one = people[n % people.length];
  if (!one) throw new Error('nobody is here');
  return one;
};
const send = (by: number, mutation: string, input: object) =>
  person(by).api.send<Answer>(mutation, input, 'refusals { code }');
const codesOf = async (answer: Promise<Answer>) =>
  (await answer).refusals.map(({ code }) => code).join();
const settleAll = () => Promise.all(apps.map((app) => app.settle()));

type Happened = {
  readonly type: string;
  readonly incident: string;
  readonly action: string;
  readonly target: string;
  readonly takes: boolean;
};
type Work = Pick<Happened, 'incident' | 'action'>;

/** The claims of actions by their target, as the log has them in order of position. */
const claimsInTheLog = async () => {
  const { rows } = await database.owner.query<Happened>(
    `select e.type, e.stream as incident, a.id as action, a.target,
        e.type = 'ActionStarted' or e.payload::jsonb ? 'afterExpiry' as takes
      from bridgelog.events e join bridgelog.actions a on a.id = e.payload::jsonb ->> 'action'
      where e.type = any ($1) order by e.position`,
    [['ActionStarted', 'ActionExtended', 'ActionLeaseExpired', 'ActionFinished']],
  );
  const open = new Map<string, string>();
  const unfinished = new Map<string, Work>();
  const clashes: string[] = [];
  for (const { type, incident, action, target, takes } of rows) {
    unfinished.set(action, { incident, action });
    if (type === 'ActionFinished') unfinished.delete(action);
    if (type === 'ActionFinished' || type === 'ActionLeaseExpired') open.delete(action);
    else if (takes) {
      const others = [...open].filter(([, held]) => overlap(target, held));
      clashes.push(...others.map(([other]) => `${type} of ${action} on ${target} with ${other}`));
      open.set(action, target);
    }
  }
  return { open, unfinished: [...unfinished.values()], clashes };
};

const reserved = async (): Promise<Map<string, string>> => {
  const { rows } = await database.owner.query<{ holder: string; key: string }>(
    `select holder, key from bridgelog.reservations where space = 'target'`,
  );
  return new Map(rows.map(({ holder, key }) => [holder, key]));
};
const inOrder = (claims: ReadonlyMap<string, string>) => [...claims].toSorted();

describe('three servers', () => {
  it('never let two open claims overlap, whoever starts, extends, finishes or lets a lease expire', async () => {
    const incidents = await Promise.all([declare(person(0).api), declare(person(1).api)]);
    const targets = ['s', 's/a', 's/a/x', 's/b', 's/b/y', 's-2'];
    const seen = new Set<string>();
    /** A lease ends in this round, in the next one, or in the one after it. */
    const minutesOf = (n: number) => [1, 10, 20][n % 3] ?? 1;

    for (let round = 0; round < 20; round += 1) {
      await database.setClock(new Date(Date.UTC(2026, 2, 1, 12, 10 * round)).toISOString(), 0);
      const { unfinished } = await claimsInTheLog();
      const starts = Array.from({ length: 12 }, (_, n) => {
        const work = {
          ...{ incident: incidents[(n >> 1) % 2] ?? '', action: newId('act') },
          ...{ target: targets[(n * 5 + round) % targets.length], kind: 'RESTART' },
        };
        const intent = n % 2 === 0 ? 'FIX' : 'CONTAIN';
        return send(n, 'startAction', { ...work, intent, leaseMinutes: minutesOf(n) });
      });
      const others = unfinished
        .slice(-9)
        .flatMap((one, n) => [
          (n + round) % 5 === 0
            ? send(n, 'finishAction', { ...one, outcome: 'NO_EFFECT' })
            : send(n, 'extendAction', { ...one, minutes: minutesOf(n + round) }),
          send(n + 1, 'extendAction', { ...one, minutes: minutesOf(n) }),
        ]);
      const [answers] = await Promise.all([Promise.all([...others, ...starts]), settleAll()]);
      for (const { refusals } of answers) for (const { code } of refusals) seen.add(code);
      expect((await claimsInTheLog()).clashes).toEqual([]);
    }

    expect([...seen].toSorted()).toEqual(['ACTION_CONFLICT', 'ACTION_NOT_OPEN']);
    const { rows } = await database.owner.query<{ type: string; many: number }>(
      `select type || case when payload::jsonb ? 'afterExpiry' then ' late' else '' end as type,
          count(*)::int as many
        from bridgelog.events where type like 'Action%' group by 1`,
    );
    const many = new Map(rows.map((row) => [row.type, row.many]));
    // What comes late, after the lease, depends on who is faster: actions.spec asks for that.
    for (const type of ['ActionStarted', 'ActionExtended', 'ActionLeaseExpired', 'ActionFinished'])
      expect([type, (many.get(type) ?? 0) > 0]).toEqual([type, true]);
    // What is reserved is what is open; and nothing is, once nobody works any more.
    expect(inOrder(await reserved())).toEqual(inOrder((await claimsInTheLog()).open));
    await database.setClock('2026-03-02T12:00:00Z', 0);
    await settleAll();
    expect(inOrder(await reserved())).toEqual([]);
  });

  it('leave a lease that is over with who has it, until one of them has let it expire', async () => {
    await database.setClock('2026-03-03T12:00:00Z', 0);
    const [incident, other] = await Promise.all([declare(person(0).api), declare(person(1).api)]);
    const work = { target: 'late/one', kind: 'RESTART', intent: 'FIX', leaseMinutes: 5 };
    const action = newId('act');
    await send(0, 'startAction', { ...work, incident, action });
    await database.setClock('2026-03-03T12:06:00Z', 0);
    const taking = { ...work, incident: other, target: 'late' };
    const answers = await Promise.all([
      codesOf(send(2, 'startAction', taking)),
      codesOf(send(3, 'extendAction', { incident, action, minutes: 5 })),
      codesOf(send(5, 'extendAction', { incident, action, minutes: 5 })),
      codesOf(send(4, 'startAction', taking)),
    ]);
    expect(answers).toEqual(['ACTION_CONFLICT', '', '', 'ACTION_CONFLICT']);
    await settleAll();
    expect((await claimsInTheLog()).open).toEqual(new Map([[action, 'late/one']]));
    await database.setClock('2026-03-03T12:11:00Z', 0);
    await settleAll();
    const afterwards = await Promise.all([
      codesOf(send(2, 'startAction', taking)),
      codesOf(send(4, 'extendAction', { incident, action, minutes: 5 })),
    ]);
    expect(afterwards.toSorted()).toEqual(['', 'ACTION_CONFLICT']);
    expect((await claimsInTheLog()).clashes).toEqual([]);
  });
});

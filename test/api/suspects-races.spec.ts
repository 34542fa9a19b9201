import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type pg from 'pg';
import { newId } from '../../src/platform/ids.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
/** Two processes on one organization. */
let one: TestApp;
let other: TestApp;
let ada: Person;
let appends: Gate;

beforeAll(async () => {
  database = await TestDatabase.create();
  // The time at which something is due tells whether it was set again: the clock has to run.
  await database.setClock('2026-03-01T12:00:00Z', 1);
  appends = new Gate(database.open(database.appUrl, 2));
  one = await TestApp.start(database, { append: appends.pool });
  other = await TestApp.start(database, { organization: one.organization });
  ada = await other.person('Ada');
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await database.drop();
});

/** Holds back what a process appends, once a number of appends have passed. */
class Gate {
  private passing = Number.POSITIVE_INFINITY;
  private opened = Promise.withResolvers<unknown>();
  private reached = Promise.withResolvers<unknown>();

  constructor(readonly pool: pg.Pool) {
    const query = pool.query.bind(pool) as (...given: unknown[]) => Promise<unknown>;
    Object.assign(pool, {
      query: async (...given: unknown[]) => {
        this.passing -= 1;
        if (this.passing < 0) {
          this.reached.resolve(null);
          await this.opened.promise;
        }
        return query(...given);
      },
    });
  }

  /** Resolves when an append waits. */
  holdAfter(appended: number): Promise<unknown> {
    this.passing = appended;
    this.opened = Promise.withResolvers();
    this.reached = Promise.withResolvers();
    return this.reached.promise;
  }

  open(): void {
    this.passing = Number.POSITIVE_INFINITY;
    this.opened.resolve(null);
  }
}

const settled = async (): Promise<void> => {
  for (const app of [one, other, one, other]) await app.settle();
};

/** A time on a day of its own, so that one test means nothing to another. */
const dayOf = (day: number) => (minutes: number) =>
  new Date(Date.UTC(2026, 1, 1 - 2 * day, 8) + minutes * 60_000).toISOString().replace('Z', '000Z');

type Answer = { refusals: { code: string }[] };
const send = (mutation: string, input: object) =>
  ada.api.send<Answer>(mutation, input, 'refusals { code }');
const record = (change: string, startedAt: string) =>
  send('recordChange', { change, kind: 'DEPLOY', title: change, startedAt });
const begin = (incident: string, impactStartedAt: string) => {
  const known = { impactStartSource: 'MONITORING', reason: 'Metrics' };
  return send('correctImpactStart', { incident, impactStartedAt, ...known });
};
const finish = async (incident: string) => {
  for (const mutation of ['takeCommand', 'resolveIncident', 'closeIncident'])
    await send(mutation, { incident });
};

type Pair = { incident: string; change: string; status: string };
const pairs = async (incidents: readonly string[]): Promise<Pair[]> => {
  const { rows } = await database.owner.query<Pair>(
    `select incident, change, status from bridgelog.incident_changes
      where organization = $1 and incident = any ($2) order by incident, change`,
    [one.organization, incidents],
  );
  return rows;
};
const statuses = async (incident: string) => (await pairs([incident])).map(({ status }) => status);

describe('a change and the start of an impact, in two processes', () => {
  it('unlinks a change that left the window while a look was about to link it', async () => {
    const at = dayOf(1);
    const [incident, change] = [await declare(ada.api), newId('chg')];
    await record(change, at(42));
    await settled();
    await begin(incident, at(45));
    const held = appends.holdAfter(0);
    const look = one.settle();
    await held;
    await send('reviseChange', { change, startedAt: at(-300) });
    await other.settle();
    appends.open();
    await look;
    await settled();
    expect((await statuses(incident)).filter((status) => status !== 'UNLINKED')).toEqual([]);
  });

  it('links a change that came back into the window while a look was about to unlink it', async () => {
    const at = dayOf(2);
    const [incident, change] = [await declare(ada.api), newId('chg')];
    await record(change, at(42));
    await begin(incident, at(45));
    await settled();
    await send('reviseChange', { change, startedAt: at(-300) });
    const held = appends.holdAfter(0);
    const look = one.settle();
    await held;
    await send('reviseChange', { change, startedAt: at(42) });
    await other.settle();
    appends.open();
    await look;
    await settled();
    expect(await statuses(incident)).toEqual(['SUSPECT']);
  });

  it.each([0, 1, 2, 3])(
    'is not through with a change that moved away and back when a look was at its append %i',
    async (appended) => {
      const at = dayOf(6 + appended);
      const [incident, change] = [await declare(ada.api), newId('chg')];
      await begin(incident, at(45));
      await settled();
      await record(change, at(42));
      const held = appends.holdAfter(appended);
      const look = one.settle();
      await Promise.race([held, look]);
      await send('reviseChange', { change, startedAt: at(-300) });
      await other.settle();
      await send('reviseChange', { change, startedAt: at(42) });
      appends.open();
      await look;
      await settled();
      expect(await statuses(incident)).toEqual(['SUSPECT']);
    },
  );

  it('links what came in while the incident was closed, once it is reopened', async () => {
    const at = dayOf(4);
    const [incident, change] = [await declare(ada.api), newId('chg')];
    await begin(incident, at(45));
    await settled();
    await finish(incident);
    await record(change, at(42));
    await settled();
    expect(await statuses(incident)).toEqual([]);
    await send('reopenIncident', { incident, reason: 'Again' });
    await settled();
    expect(await statuses(incident)).toEqual(['SUSPECT']);
  });

  it('links the next nearest in place of one that a person has unlinked', async () => {
    const at = dayOf(5);
    const incident = await declare(ada.api);
    const changes = Array.from({ length: 51 }, () => newId('chg'));
    await Promise.all(changes.map((change, minutes) => record(change, at(minutes))));
    await settled();
    await begin(incident, at(55));
    await settled();
    expect(await statuses(incident)).toHaveLength(50);
    await send('unlinkChange', { incident, change: changes[50], reason: 'Staging only' });
    await settled();
    const linked = (await pairs([incident])).filter(({ status }) => status === 'SUSPECT');
    expect(linked.map(({ change }) => change).sort()).toEqual(changes.slice(0, 50).sort());
  });
});

type Event = {
  type: string;
  actor_kind: string;
  stream: string;
  data: { change?: string; startedAt?: string; impactStartedAt?: string };
};

/** What stands at the end, told by brute force from all that people have said. */
const expected = async (incidents: readonly string[], changes: readonly string[]) => {
  const { rows } = await database.owner.query<Event>(
    `select type, actor_kind, stream, payload::jsonb as data from bridgelog.events
      where organization = $1 and stream = any ($2) order by position`,
    [one.organization, [...incidents, ...changes]],
  );
  const last = (which: (event: Event) => boolean) => rows.filter(which).at(-1);
  return incidents.flatMap((incident) =>
    changes.map((change) => {
      const began = last((e) => e.stream === change)?.data.startedAt;
      const impact = last((e) => e.stream === incident && e.data.impactStartedAt !== undefined);
      const judged = last(
        (e) => e.stream === incident && e.data.change === change && e.actor_kind === 'MEMBER',
      );
      const minutes =
        (Date.parse(impact?.data.impactStartedAt ?? '') - Date.parse(began ?? '')) / 60_000;
      return {
        ...{ incident, change },
        status: judged ? says[judged.type] : minutes >= 0 && minutes <= 120 ? 'SUSPECT' : 'none',
      };
    }),
  );
};
const says: Readonly<Record<string, string>> = {
  ChangeLinked: 'SUSPECT',
  ChangeUnlinked: 'none',
  ChangeCleared: 'CLEARED',
  ChangeImplicated: 'IMPLICATED',
};

/** Which pairs were linked although they were linked already, or unlinked although they were not. */
const doubled = async (incidents: readonly string[]) => {
  const { rows } = await database.owner.query<Event>(
    `select type, actor_kind, stream, payload::jsonb as data from bridgelog.events
      where organization = $1 and stream = any ($2) and type in ('ChangeLinked', 'ChangeUnlinked')
        and actor_kind = 'POLICY' order by position`,
    [one.organization, incidents],
  );
  const before = new Map<string, string>();
  return rows.filter(({ type, stream, data }) => {
    const pair = `${stream} ${data.change ?? ''}`;
    const isRepeated = before.get(pair) === type;
    before.set(pair, type);
    return isRepeated;
  });
};

const which = fc.nat({ max: 2 });
const minutes = fc.nat({ max: 10 }).map((n) => n * 40);
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ put: which, minutes }) },
  { weight: 4, arbitrary: fc.record({ begin: which, minutes }) },
  { weight: 3, arbitrary: fc.record({ assess: which, minutes }) },
  {
    weight: 1,
    arbitrary: fc.record({
      say: fc.constantFrom('unlink', 'clear', 'link'),
      incident: which,
      change: which,
    }),
  },
  { weight: 1, arbitrary: fc.record({ finish: which }) },
  { weight: 1, arbitrary: fc.record({ reopen: which }) },
  { weight: 5, arbitrary: fc.record({ settle: fc.boolean() }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

let day = 20;
describe('after any history in two processes', () => {
  it('each change of a window is a suspect once, and none other', async () => {
    const run = async (bursts: readonly (readonly Step[])[]): Promise<void> => {
      const at = dayOf((day += 1));
      const incidents = await Promise.all([0, 1, 2].map(() => declare(ada.api)));
      const changes = [0, 1, 2].map(() => newId('chg'));
      const put = async (change: string, startedAt: string) => {
        const { refusals } = await record(change, startedAt);
        if (refusals.length > 0) await send('reviseChange', { change, startedAt });
      };
      const incident = (nth: number) => incidents[nth] ?? '';
      const change = (nth: number) => changes[nth] ?? '';
      const carryOut = (what: Step): Promise<unknown> => {
        if ('put' in what) return put(change(what.put), at(what.minutes));
        if ('begin' in what) return begin(incident(what.begin), at(what.minutes));
        if ('assess' in what) {
          const scope = { extent: 'WHOLE_APP', affected: 'ALL_USERS', impactStartSource: 'REPORT' };
          const impactStartedAt = at(what.minutes);
          return send('assessScope', {
            incident: incident(what.assess),
            ...scope,
            impactStartedAt,
          });
        }
        if ('finish' in what) return finish(incident(what.finish));
        if ('reopen' in what)
          return send('reopenIncident', { incident: incident(what.reopen), reason: 'Again' });
        if ('settle' in what) return (what.settle ? one : other).settle();
        const pair = { incident: incident(what.incident), change: change(what.change) };
        return send(`${what.say}Change`, what.say === 'link' ? pair : { ...pair, reason: 'So' });
      };
      for (const burst of bursts) await Promise.all(burst.map(carryOut));
      for (const id of incidents) await send('reopenIncident', { incident: id, reason: 'Again' });
      await settled();
      const found = await pairs(incidents);
      const wanted = await expected(incidents, changes);
      const asFound = wanted.map((pair) => {
        const row = found.find((r) => r.incident === pair.incident && r.change === pair.change);
        return {
          ...pair,
          status: row === undefined || row.status === 'UNLINKED' ? 'none' : row.status,
        };
      });
      expect(asFound).toEqual(wanted);
      expect(await doubled(incidents)).toEqual([]);
    };
    const bursts = fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), {
      maxLength: 8,
      minLength: 3,
    });
    await fc.assert(fc.asyncProperty(bursts, run), { numRuns: 15 });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../../src/drill/api-client.js';
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

type Answer = {
  action: { id: string; target: string } | null;
  refusals: { code: string; target: string; openAction: { id: string } }[];
};
const fields =
  'action { id target } refusals { code ... on ActionConflict { target openAction { id } } }';

const anybody = (): Person => {
  const [first] = people;
  if (!first) throw new Error('nobody is here');
  return first;
};

const related = (one: string, other: string) =>
  `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);

describe('three servers', () => {
  it('never let two open claims overlap, whoever starts, finishes or lets a lease expire', async () => {
    const someone = anybody();
    const incidents = await Promise.all([declare(someone.api), declare(someone.api)]);
    const targets = ['s', 's/a', 's/a/x', 's/b', 's/b/y', 's-2'];
    let wins = 0;
    for (let round = 0; round < 12; round += 1) {
      await database.setClock(`2026-03-01T${String(12 + (round >> 1))}:00:00Z`, 0);
      const answers = await Promise.all(
        Array.from({ length: 18 }, (_, n) =>
          (people[n % people.length] ?? someone).api.send<Answer>(
            'startAction',
            {
              incident: incidents[(n >> 1) % 2],
              target: targets[(n * 5 + round) % targets.length],
              kind: 'RESTART',
              intent: n % 2 === 0 ? 'FIX' : 'CONTAIN',
            },
            fields,
          ),
        ),
      );
      const open = await openOf(someone.api, incidents);
      const clashes = open.filter((one) =>
        open.some((other) => other.id !== one.id && related(one.target, other.target)),
      );
      expect(clashes).toEqual([]);
      for (const { refusals } of answers) {
        for (const refusal of refusals) expect(refusal.code).toBe('ACTION_CONFLICT');
      }
      const won = answers.flatMap(({ action }) => action ?? []);
      wins += won.length;
      const held = open.map(({ id }) => id);
      expect(held).toEqual(expect.arrayContaining(won.map(({ id }) => id)));
      await free(open, round);
    }
    expect(wins).toBeGreaterThanOrEqual(12);
  });

  /** All at once: some are finished, the others are left to the clocks of three servers. */
  const free = async (open: readonly Open[], round: number) => {
    const someone = anybody();
    const [first, ...others] = open;
    const ended = round % 2 === 0 ? open : first ? [first] : [];
    await Promise.all(
      ended.map(({ id, incident }, n) =>
        (people[n % people.length] ?? someone).api.send(
          'finishAction',
          { incident: incident.id, action: id, outcome: 'NO_EFFECT' },
          'position',
        ),
      ),
    );
    if (round % 2 === 0) return;
    await database.setClock(`2026-03-01T${String(12 + (round >> 1))}:30:00Z`, 0);
    await Promise.all(apps.map((app) => app.settle()));
    const expired = await database.owner.query(
      `select id from bridgelog.events where type = 'ActionLeaseExpired'
        and payload::jsonb ->> 'action' = any ($1)`,
      [others.map(({ id }) => id)],
    );
    expect(expired.rowCount).toBe(others.length);
  };
});

type Open = { id: string; target: string; incident: { id: string } };

const openOf = async (api: ApiClient, incidents: readonly string[]): Promise<Open[]> => {
  const answers = await Promise.all(
    incidents.map((id) =>
      api.ask<{ incident: { openActions: Open[] } }>(
        'query ($id: ID!) { incident(id: $id) { openActions { id target incident { id } } } }',
        { id },
      ),
    ),
  );
  return answers.flatMap(({ incident }) => incident.openActions);
};

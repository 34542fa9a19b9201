import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let app: TestApp;
let people: Person[];

beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  people = [];
  for (let n = 1; n <= 20; n += 1) people.push(await app.person(`Responder ${n}`));
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

type Taken = {
  events: { type: string }[];
  refusals: { code: string; commander: { id: string } }[];
};

const someone = (): Person => {
  const [first] = people;
  if (!first) throw new Error('nobody is here');
  return first;
};

describe('taking command', () => {
  it('50 rounds of 20 callers: one commander, and 19 are told who it is', async () => {
    for (let round = 1; round <= 50; round += 1) {
      const incident = await declare(someone().api);
      const answers = await Promise.all(
        people.map(({ api }) =>
          api.send<Taken>(
            'takeCommand',
            { incident },
            'events { type } refusals { code ... on AlreadyCommanded { commander { id } } }',
          ),
        ),
      );
      const winners = people.filter((_, n) => (answers[n]?.events.length ?? 0) > 0);
      expect(winners).toHaveLength(1);
      const refusals = answers.flatMap((answer) => answer.refusals);
      const told = { code: 'ALREADY_COMMANDED', commander: { id: winners[0]?.member } };
      expect(refusals).toEqual(Array.from({ length: 19 }, () => told));
    }
  });

  it('two processes: still one', async () => {
    const other = await TestApp.start(database, { organization: app.organization });
    for (let round = 1; round <= 10; round += 1) {
      const incident = await declare(someone().api);
      const answers = await Promise.all(
        people.map(async ({ token }, n) => {
          const { url } = n % 2 === 0 ? app : other;
          const response = await fetch(`${url}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
            body: JSON.stringify({
              query: `mutation { takeCommand(input: { incident: "${incident}" }) {
                events { type } refusals { code } } }`,
            }),
          });
          return ((await response.json()) as { data: { takeCommand: Taken } }).data.takeCommand;
        }),
      );
      const codes = answers.map(({ refusals }) => refusals.map(({ code }) => code).join());
      expect(codes.sort()).toEqual(['', ...Array.from({ length: 19 }, () => 'ALREADY_COMMANDED')]);
    }
    await other.close();
  });
});

describe('256 callers on one incident', () => {
  it('adding notes are all served, in order', async () => {
    const incident = await declare(someone().api);
    type Noted = { incident: { version: number }; events: { text: string; version: number }[] };
    const answers = await Promise.all(
      Array.from({ length: 256 }, (_, n) =>
        someone().api.send<Noted>(
          'addNote',
          { incident, text: `note ${n}` },
          'incident { version } events { version ... on NoteAdded { text } }',
        ),
      ),
    );
    const versions = answers.map(({ events }) => events[0]?.version ?? 0);
    expect(versions.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 256 }, (_, n) => n + 2),
    );
    expect(answers.map(({ incident: { version } }) => version)).toEqual(versions);
    expect(new Set(answers.map(({ events }) => events[0]?.text)).size).toBe(256);
  });
});

describe('20 callers on parts of one target', () => {
  it('one gets it, and 19 are told which action holds it', async () => {
    const incident = await declare(someone().api);
    type Started = {
      action: { id: string } | null;
      refusals: { code: string; openAction: { id: string; target: string } }[];
    };
    const targets = ['service', 'service/checkout', 'service/checkout/db'];
    const answers = await Promise.all(
      people.map(({ api }, n) =>
        api.send<Started>(
          'startAction',
          { incident, target: targets[n % 3], kind: 'RESTART', intent: 'FIX' },
          'action { id } refusals { code ... on ActionConflict { openAction { id target } } }',
        ),
      ),
    );
    const winner = answers.find(({ refusals }) => refusals.length === 0)?.action?.id;
    const refusals = answers.flatMap((answer) => answer.refusals);
    expect(refusals).toHaveLength(19);
    for (const { code, openAction } of refusals) {
      expect([code, openAction.id]).toEqual(['ACTION_CONFLICT', winner]);
    }
  });
});

describe('operations of several mutations', () => {
  it('more at once than there are connections are all served', async () => {
    const incidents = await Promise.all(Array.from({ length: 40 }, () => declare(someone().api)));
    const note = (incident: string) => `addNote(input: { incident: "${incident}", text: "x" }) {
      incident { version timeline(first: 1) { nodes { sentence } } } }`;
    const answers = await Promise.all(
      incidents.map((incident) =>
        someone().api.ask(`mutation { a: ${note(incident)} b: ${note(incident)} }`),
      ),
    );
    for (const answer of answers) expect(answer).toMatchObject({ b: { incident: { version: 3 } } });
  });
});

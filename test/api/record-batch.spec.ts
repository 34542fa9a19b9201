import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import type { Person } from '../support/app.js';
import { TestApp } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let app: TestApp;
let ada: Person;
beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  ada = await app.person('Ada');
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

type Result = {
  readonly recorded: {
    readonly __typename: string;
    readonly position: number;
    readonly replayed: boolean;
    readonly events: readonly { readonly type: string; readonly version: number }[];
    readonly refusals: readonly { readonly code: string }[];
    readonly incident?: { readonly version: number };
  } | null;
  readonly error: { readonly code: string; readonly message: string } | null;
};

const batch = async (items: readonly object[], by: Person = ada) =>
  (await post(items, by)).data?.recordBatch.results ?? [];

const post = async (items: readonly object[], by: Person = ada, headers = {}) => {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${by.token}`,
      ...headers,
    },
    body: JSON.stringify({
      query: `mutation ($input: RecordBatchInput!) { recordBatch(input: $input) { results {
        recorded { __typename position replayed events { type version } refusals { code }
          ... on AddNotePayload { incident { version } } }
        error { code message } } } }`,
      variables: { input: { items } },
    }),
  });
  return (await response.json()) as {
    data?: { recordBatch: { results: Result[] } };
    errors?: readonly { message: string; extensions: { code: string } }[];
  };
};

const declare = (incident: string) => ({
  declareIncident: { incident, title: 'Checkout is down', severity: 'SEV2' },
});
const note = (incident: string, text: string, more: object = {}) => ({
  addNote: { incident, text, ...more },
});

describe('recordBatch', () => {
  it('carries out the commands on one incident in their order', async () => {
    const incident = newId('inc');
    const results = await batch([
      declare(incident),
      { takeCommand: { incident } },
      note(incident, 'one'),
      note(incident, 'two'),
    ]);
    expect(results.map(({ error }) => error)).toEqual([null, null, null, null]);
    expect(results.map(({ recorded }) => recorded?.__typename)).toEqual([
      'DeclareIncidentPayload',
      'TakeCommandPayload',
      'AddNotePayload',
      'AddNotePayload',
    ]);
    expect(results.flatMap(({ recorded }) => recorded?.events ?? [])).toMatchObject([
      { type: 'IncidentDeclared', version: 1 },
      { type: 'CommandTaken', version: 2 },
      { type: 'ResponderJoined', version: 3 },
      { type: 'NoteAdded', version: 4 },
      { type: 'NoteAdded', version: 5 },
    ]);
    expect(results.at(-1)?.recorded?.incident).toEqual({ version: 5 });
  });

  it('takes five hundred, on many incidents at once', async () => {
    const incidents = Array.from({ length: 20 }, () => newId('inc'));
    const items = [
      ...incidents.map(declare),
      ...Array.from({ length: 480 }, (_, nth) => note(incidents[nth % 20] ?? '', String(nth))),
    ];
    const results = await batch(items);
    const versions = Map.groupBy(
      results.map(({ recorded }, nth) => [nth % 20, recorded?.events[0]?.version] as const),
      ([which]) => which,
    );
    expect(versions.size).toBe(20);
    for (const [, seen] of versions) {
      expect(seen.map(([, version]) => version)).toEqual(seen.map((_, nth) => nth + 1));
    }
  });

  it('lets each succeed or fail on its own', async () => {
    const incident = newId('inc');
    const results = await batch([
      declare(incident),
      note(newId('inc'), 'nowhere'),
      note(incident, '  '),
      note(incident, 'for somebody', { actor: { member: ada.member } }),
      note(incident, 'fine'),
    ]);
    expect(results[1]?.recorded?.refusals).toEqual([{ code: 'INCIDENT_NOT_FOUND' }]);
    expect(results[2]).toEqual({
      recorded: null,
      error: { code: 'BAD_USER_INPUT', message: expect.stringMatching(/^input\.text: must be/) },
    });
    expect(results[3]?.error?.code).toBe('FORBIDDEN');
    expect(results[4]?.recorded?.events).toEqual([{ type: 'NoteAdded', version: 2 }]);
  });

  it('carries out what leans on a command before it after that', async () => {
    const [incidents, changes] = [0, 1].map((kind) =>
      Array.from({ length: 30 }, () => newId(kind === 0 ? 'inc' : 'chg')),
    ) as [string[], string[]];
    const startedAt = '2026-03-01T11:42:00Z';
    const changed = (change: string) => ({
      recordChange: { change, kind: 'DEPLOY', title: 'New cart', startedAt },
    });
    const results = await batch([
      ...incidents.map(declare),
      ...changes.map(changed),
      ...incidents.map((incident, nth) => ({ linkChange: { incident, change: changes[nth] } })),
      ...incidents.map((incident, nth) => ({
        implicateChange: { incident, change: changes[nth], reason: 'The trace' },
      })),
    ]);
    expect(results.flatMap(({ error }) => error ?? [])).toEqual([]);
    expect(results.flatMap(({ recorded }) => recorded?.refusals)).toEqual([]);
    expect(results).toHaveLength(120);
  });

  it('carries out commands about the organization between those before and after them', async () => {
    const admin = await app.person('Ida', 'ADMIN');
    const member = newId('mem');
    const [before, after] = [newId('inc'), newId('inc')];
    const assigned = (incident: string) => ({ assignRole: { incident, role: 'SCRIBE', member } });
    const results = await batch(
      [
        ...[before, after].flatMap((incident) => [
          declare(incident),
          { takeCommand: { incident } },
        ]),
        assigned(before),
        { inviteMember: { member, name: 'Eve', role: 'RESPONDER' } },
        assigned(after),
      ],
      admin,
    );
    const codes = results.map(({ recorded }) => recorded?.refusals.map(({ code }) => code));
    expect(codes).toEqual([[], [], [], [], ['NOT_A_RESPONDER'], [], []]);
  });

  it('answers a repeat as the first time, command by command', async () => {
    const incident = newId('inc');
    const items = [
      { declareIncident: { ...declare(incident).declareIncident, idempotencyKey: 'd1' } },
      note(incident, 'once', { idempotencyKey: 'n1' }),
    ];
    const first = await batch(items);
    const again = await batch(items);
    expect(first.map(({ recorded }) => recorded?.replayed)).toEqual([false, false]);
    expect(again.map(({ recorded }) => recorded?.replayed)).toEqual([true, true]);
    expect(again.map(({ recorded }) => recorded?.events)).toEqual(
      first.map(({ recorded }) => recorded?.events),
    );
  });

  it('lets nobody do in a batch what they may not do alone', async () => {
    const viewer = await app.person('Vi', 'VIEWER');
    const results = await batch(
      [declare(newId('inc')), { inviteMember: { name: 'Eve', role: 'ADMIN' } }],
      viewer,
    );
    expect(results.map(({ error }) => error?.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });

  it('carries out for a guest what is open to guests, in the incidents that they see', async () => {
    const guest = await app.person('Gus', 'GUEST');
    const [seen, hidden] = [newId('inc'), newId('inc')];
    const grant = { incident: seen, viewer: { member: guest.member } };
    await batch([declare(seen), declare(hidden), { grantSight: grant }]);
    const results = await batch(
      [note(seen, 'From outside'), note(hidden, 'x'), { takeCommand: { incident: seen } }],
      guest,
    );
    expect(results[0]?.recorded?.events).toEqual([{ type: 'NoteAdded', version: 3 }]);
    expect(results[1]?.recorded?.refusals).toEqual([{ code: 'INCIDENT_NOT_FOUND' }]);
    expect(results[2]?.error?.code).toBe('FORBIDDEN');
  });

  it('wants exactly one command for each item, and at most five hundred', async () => {
    const incident = newId('inc');
    const two = await post([{ ...declare(incident), ...note(incident, 'x') }]);
    expect(two.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const many = await post(Array.from({ length: 501 }, () => note(incident, 'x')));
    expect(many.errors?.[0]?.message).toBe(
      'input.items: at most 500 commands; send the rest in another batch',
    );
    expect(await batch([])).toEqual([]);
  });

  it('does not know which command a key of the request would be for', async () => {
    const { errors } = await post([], ada, { 'idempotency-key': 'k' });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'IDEMPOTENCY_KEY',
    });
  });
});

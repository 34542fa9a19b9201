import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let app: TestApp;
let ada: Person;
let bob: Person;

beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

type Recorded = {
  events: { type: string; sentence: string; position: number }[];
  replayed: boolean;
  refusals: unknown[];
};
const recorded = 'events { type sentence position } replayed refusals { code message }';
const sentences = ({ events }: Recorded): string[] => events.map(({ sentence }) => sentence);

describe('an incident, from declaration to resolution', () => {
  it('each command answers with its event, and the incident shows where it stands', async () => {
    const incident = await declare(ada.api, { title: 'Checkout is down', service: 'checkout' });
    const send = (by: Person, mutation: string, input: object) =>
      by.api.send<Recorded>(mutation, { incident, ...input }, recorded);
    expect(sentences(await send(ada, 'takeCommand', {}))).toEqual([
      'Ada took command (term 1)',
      'Ada joined as a responder',
    ]);
    const scope = {
      extent: 'FEATURES',
      features: ['checkout'],
      affected: 'SUBSET',
      segments: [{ kind: 'REGION', values: ['eu'] }],
      impactStartedAt: '2026-03-01T11:40:00+00:00',
      impactStartSource: 'MONITORING',
    };
    expect(sentences(await send(bob, 'assessScope', scope))).toEqual([
      'Bob assessed the scope: checkout for regions eu, since 2026-03-01 11:40 UTC',
    ]);
    expect((await send(bob, 'assessScope', scope)).events).toEqual([]);
    const action = newId('act');
    const start = { action, target: 'Service/Checkout', kind: 'ROLLBACK', intent: 'CONTAIN' };
    expect(sentences(await send(bob, 'startAction', start))).toEqual([
      'Bob met a guardrail: the commander has not approved it (service/checkout)',
      'Bob started a rollback of service/checkout to contain',
    ]);
    const update = { audience: 'STATUS_PAGE', text: 'We are on it.' };
    expect(sentences(await send(ada, 'publishUpdate', update))).toEqual([
      'Ada published an update on the status page: We are on it.',
    ]);
    const open = await ada.api.ask(stateQuery, { incident });
    expect(open).toEqual({
      incident: {
        phase: 'INVESTIGATING',
        version: 7,
        command: { term: 1, since: '2026-03-01T12:00:00.000000Z', commander: { name: 'Ada' } },
        scope: { features: ['checkout'], segments: [{ kind: 'REGION', values: ['eu'] }] },
        openActions: [{ id: action, target: 'service/checkout', startedBy: { name: 'Bob' } }],
        latestUpdates: [{ audience: 'STATUS_PAGE', text: 'We are on it.' }],
        impactStartedAt: '2026-03-01T11:40:00.000000Z',
        containedAt: null,
        resolvedAt: null,
      },
    });
    await send(bob, 'finishAction', { action, outcome: 'WORKED' });
    await database.setClock('2026-03-01T12:10:00Z', 0);
    await send(bob, 'declareContained', { term: 1 });
    await send(ada, 'resolveIncident', {});
    const ended = await ada.api.ask(stateQuery, { incident });
    expect(ended).toMatchObject({
      incident: {
        phase: 'RESOLVED',
        openActions: [],
        containedAt: '2026-03-01T12:10:00.000000Z',
        resolvedAt: '2026-03-01T12:10:00.000000Z',
      },
    });
  });
});

const stateQuery = `query ($incident: ID!) { incident(id: $incident) {
  phase version command { term since commander { name } }
  scope { features segments { kind values } }
  openActions { id target startedBy { name } }
  latestUpdates { audience text } impactStartedAt containedAt resolvedAt
} }`;

describe('idempotency over HTTP', () => {
  it('a key in the input or in the header answers a repeat as the first time', async () => {
    const incident = await declare(ada.api);
    const note = { incident, text: 'once', idempotencyKey: 'note-1' };
    const first = await ada.api.send<Recorded>('addNote', note, recorded);
    const again = await ada.api.send<Recorded>('addNote', note, recorded);
    expect(again).toEqual({ ...first, replayed: true });
    const byHeader = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${ada.token}`,
        'idempotency-key': 'note-1',
      },
      body: JSON.stringify({
        query: `mutation { addNote(input: { incident: "${incident}", text: "once" }) { replayed } }`,
      }),
    });
    expect(await byHeader.json()).toEqual({ data: { addNote: { replayed: true } } });
  });

  it('a repeated declaration leads to the incident that was declared', async () => {
    const input = { title: 'Twice', severity: 'SEV4', idempotencyKey: 'declare-1' };
    const ask = () =>
      ada.api.send<{ incident: { id: string } }>('declareIncident', input, 'incident { id }');
    expect(await ask()).toEqual(await ask());
  });

  it('a repeated start leads to the action that was started', async () => {
    const incident = await declare(ada.api);
    const input = {
      incident,
      target: 'flag/twice',
      kind: 'FEATURE_DISABLE',
      intent: 'CONTAIN',
      idempotencyKey: 'start-1',
    };
    const ask = () =>
      ada.api.send<{ action: { id: string } }>('startAction', input, 'action { id target }');
    expect(await ask()).toEqual(await ask());
  });
});

describe('a conflict', () => {
  it('names the open action and its incident, also when that is another incident', async () => {
    const [first, second] = [await declare(ada.api), await declare(ada.api)];
    const work = { kind: 'RESTART', intent: 'FIX' };
    const start = { ...work, incident: first, target: 'db/main' };
    await ada.api.send('startAction', start, 'position');
    const answer = await bob.api.send(
      'startAction',
      { ...work, incident: second, target: 'db' },
      `action { id } refusals { code message ... on ActionConflict {
        target incident { id } openAction { target startedBy { name } outcome } } }`,
    );
    expect(answer).toMatchObject({
      action: null,
      refusals: [
        {
          code: 'ACTION_CONFLICT',
          target: 'db/main',
          incident: { id: first },
          openAction: { target: 'db/main', startedBy: { name: 'Ada' }, outcome: null },
        },
      ],
    });
    const diagnosis = { incident: second, target: 'db', kind: 'QUERY', intent: 'DIAGNOSE' };
    const free = await bob.api.send<Recorded>('startAction', diagnosis, recorded);
    expect(free.refusals).toEqual([]);
  });
});

describe('tools act for people', () => {
  it('with the scope ACT_AS, both are on the record', async () => {
    const bot = await app.tool('Chat bot', ['ACT_AS']);
    const incident = await declare(ada.api);
    const taken = await bot.send<{ events: unknown[] }>(
      'takeCommand',
      { incident, actor: { member: bob.member } },
      'events { actor { kind id name } via }',
    );
    const byBob = {
      actor: { kind: 'MEMBER', id: bob.member, name: 'Bob' },
      via: expect.stringMatching(/^tok_/),
    };
    expect(taken.events).toEqual([byBob, byBob]);
  });

  it('without it, or for a person who may not, it is forbidden', async () => {
    const bare = await app.tool('Bare tool');
    const bot = await app.tool('Other bot', ['ACT_AS']);
    const viewer = await app.person('Vera', 'VIEWER');
    const incident = await declare(ada.api);
    const take = (api: typeof bot, member: string) =>
      api.send('takeCommand', { incident, actor: { member } }, 'position');
    await expect(take(bare, bob.member)).rejects.toThrow(/ACT_AS/);
    await expect(take(bot, viewer.member)).rejects.toThrow();
    await expect(take(bot, newId('mem'))).rejects.toThrow(/actor/);
    await expect(viewer.api.send('takeCommand', { incident }, 'position')).rejects.toThrow(
      /RESPONDER/,
    );
  });
});

describe('lists', () => {
  it('pages forward and backward through incidents, filtered', async () => {
    const own = await app.person('Lister');
    const ids: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      const incident = await declare(own.api, { severity: n % 2 === 0 ? 'SEV5' : 'SEV4' });
      await own.api.send('takeCommand', { incident }, 'position');
      ids.unshift(incident);
    }
    type Page = {
      incidents: {
        nodes: { id: string }[];
        pageInfo: {
          hasNextPage: boolean;
          hasPreviousPage: boolean;
          startCursor: string;
          endCursor: string;
        };
      };
    };
    const page = async (args: string): Promise<Page['incidents']> => {
      const where = `where: { commander: "${own.member}" }`;
      const { incidents } = await own.api.ask<Page>(
        `{ incidents(${where}, ${args}) { nodes { id }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      );
      return incidents;
    };
    const idsOf = ({ nodes }: Page['incidents']) => nodes.map(({ id }) => id);
    const first = await page('first: 3');
    expect(idsOf(first)).toEqual(ids.slice(0, 3));
    const second = await page(`first: 3, after: "${first.pageInfo.endCursor}"`);
    expect(idsOf(second)).toEqual(ids.slice(3, 6));
    const third = await page(`first: 3, after: "${second.pageInfo.endCursor}"`);
    expect(idsOf(third)).toEqual(ids.slice(6));
    expect([first, second, third].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([
      true,
      true,
      false,
    ]);
    const back = await page(`last: 3, before: "${second.pageInfo.startCursor}"`);
    expect(idsOf(back)).toEqual(ids.slice(0, 3));
    const where = `{ incidents(where: { commander: "${own.member}", severity: [SEV4], phase: [INVESTIGATING] }) { nodes { id } } }`;
    const filtered = await own.api.ask<Page>(where);
    expect(idsOf(filtered.incidents)).toHaveLength(3);
  });

  it('the timeline pages through every event, typed, one sentence each', async () => {
    const incident = await declare(ada.api, { title: 'Told' });
    for (let n = 1; n <= 5; n += 1) {
      await ada.api.send('addNote', { incident, text: `note ${n}` }, 'position');
    }
    const query = `query ($incident: ID!, $last: Int) { incident(id: $incident) { timeline(last: $last) {
      nodes { __typename sentence version ... on NoteAdded { text } ... on IncidentDeclared { title } }
      pageInfo { hasPreviousPage } } } }`;
    const all = await ada.api.ask<Record<string, { timeline: { nodes: unknown[] } }>>(query, {
      incident,
      last: 6,
    });
    expect(all['incident']?.timeline.nodes.slice(0, 2)).toEqual([
      {
        __typename: 'IncidentDeclared',
        sentence: expect.stringMatching(/^Ada declared INC-\d+ \(SEV2\): Told$/),
        version: 1,
        title: 'Told',
      },
      { __typename: 'NoteAdded', sentence: 'Ada noted: note 1', version: 2, text: 'note 1' },
    ]);
    const end = await ada.api.ask(query, { incident, last: 2 });
    expect(end).toMatchObject({
      incident: {
        timeline: { nodes: [{ version: 5 }, { version: 6 }], pageInfo: { hasPreviousPage: true } },
      },
    });
  });
});

describe('node', () => {
  it('finds incidents, actions, events and members by id, and nothing of another organization', async () => {
    const incident = await declare(ada.api);
    const { events, action } = await ada.api.send<{
      events: { id: string }[];
      action: { id: string };
    }>(
      'startAction',
      { incident, target: `node/${incident.slice(-8)}`, kind: 'RESTART', intent: 'FIX' },
      'events { id } action { id }',
    );
    const ids = [incident, action.id, events.at(-1)?.id, ada.member, newId('inc'), 'nonsense'];
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
    const found = await ada.api.ask<{ nodes: ({ __typename: string } | null)[] }>(query, { ids });
    expect(found.nodes.map((node) => node?.__typename ?? null)).toEqual([
      'Incident',
      'Action',
      'ActionStarted',
      'Member',
      null,
      null,
    ]);
    const elsewhere = await TestApp.start(database);
    const stranger = await elsewhere.person('Stranger', 'ADMIN');
    const hidden = await stranger.api.ask<{ nodes: unknown[] }>(query, { ids });
    expect(hidden.nodes).toEqual([null, null, null, null, null, null]);
    const asked = { incident, text: 'hello' };
    const refused = await stranger.api.send<Recorded>('addNote', asked, recorded);
    expect(refused.refusals).toMatchObject([{ code: 'INCIDENT_NOT_FOUND' }]);
    expect(await stranger.api.ask(`{ incident(id: "${incident}") { id } }`)).toEqual({
      incident: null,
    });
    await elsewhere.close();
  });

  it('an incident is found by its reference, too', async () => {
    const incident = await declare(ada.api);
    const { incident: found } = await ada.api.ask<{ incident: { reference: string } }>(
      `{ incident(id: "${incident}") { reference } }`,
    );
    const query = `{ incident(reference: "${found.reference}") { id } }`;
    expect(await ada.api.ask(query)).toEqual({ incident: { id: incident } });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let app: TestApp;
let ada: Person;
let grace: Person;
let lin: Person;

beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  [ada, grace, lin] = [await app.person('Ada'), await app.person('Grace'), await app.person('Lin')];
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

type Recorded = { events: { sentence: string }[]; refusals: { code: string; path: string[] }[] };
const send = (by: Pick<Person, 'api'>, mutation: string, input: object) =>
  by.api.send<Recorded>(mutation, input, 'events { sentence } refusals { code path }');
const sentences = async (answer: Promise<Recorded>): Promise<string[]> => {
  const { events, refusals } = await answer;
  expect(refusals).toEqual([]);
  return events.map(({ sentence }) => sentence);
};
const refusals = async (answer: Promise<Recorded>) => {
  const { events, refusals: found } = await answer;
  expect(events).toEqual([]);
  return found.map(({ code }) => code);
};

type People = {
  roles: { role: string; subject: string | null; member: { name: string } }[];
  participants: { nodes: { member: { name: string }; as: string; leftAt: string | null }[] };
};
const peopleOf = async (incident: string, all = false): Promise<People> => {
  const found = await ada.api.ask<{ incident: People }>(
    `query ($incident: ID!, $all: Boolean!) { incident(id: $incident) {
      roles { role subject member { name } }
      participants(all: $all) { nodes { member { name } as leftAt } } } }`,
    { incident, all },
  );
  return found.incident;
};
const seenBy = async (viewer: string, incident: string) => {
  const { rows } = await database.owner.query<{ participates: boolean }>(
    'select participates from bridgelog.sight where incident = $1 and viewer = $2',
    [incident, viewer],
  );
  return rows.map(({ participates }) => participates);
};

describe('roles', () => {
  it('are assigned by direction, taken over, stepped down from, and all of it is kept', async () => {
    const incident = await declare(ada.api);
    await send(ada, 'takeCommand', { incident });
    const scribe = { incident, role: 'SCRIBE' };
    expect(await sentences(send(ada, 'assignRole', { ...scribe, member: grace.member }))).toEqual([
      'Ada made Grace scribe',
      'Grace joined as a responder',
    ]);
    expect(await sentences(send(ada, 'assignRole', { ...scribe, member: grace.member }))).toEqual(
      [],
    );
    const toLin = { ...scribe, member: lin.member, term: 1 };
    expect(await sentences(send(grace, 'assignRole', toLin))).toEqual([
      'Grace is no longer scribe: Lin takes over',
      'Grace made Lin scribe',
      'Lin joined as a responder',
    ]);
    const expert = { incident, role: 'SUBJECT_EXPERT', subject: 'PostgreSQL' };
    for (const { member } of [grace, lin]) await send(ada, 'assignRole', { ...expert, member });
    expect(await peopleOf(incident)).toMatchObject({
      roles: [
        { role: 'SCRIBE', subject: null, member: { name: 'Lin' } },
        { role: 'SUBJECT_EXPERT', subject: 'PostgreSQL', member: { name: 'Grace' } },
        { role: 'SUBJECT_EXPERT', subject: 'PostgreSQL', member: { name: 'Lin' } },
      ],
    });
    expect(await sentences(send(lin, 'releaseRole', { ...scribe, member: lin.member }))).toEqual([
      'Lin is no longer scribe',
    ]);
    const history = await ada.api.ask(
      `query ($incident: ID!) { incident(id: $incident) { roleHistory(first: 2) {
        nodes { role member { name } assignedBy { name } releasedBy { name }
          reassignedTo { name } releasedAt }
        pageInfo { hasNextPage } } } }`,
      { incident },
    );
    const end = { releasedAt: '2026-03-01T12:00:00.000000Z' };
    expect(history).toEqual({
      incident: {
        roleHistory: {
          nodes: [
            {
              role: 'SCRIBE',
              member: { name: 'Grace' },
              assignedBy: { name: 'Ada' },
              releasedBy: { name: 'Grace' },
              reassignedTo: { name: 'Lin' },
              ...end,
            },
            {
              role: 'SCRIBE',
              member: { name: 'Lin' },
              assignedBy: { name: 'Grace' },
              releasedBy: { name: 'Lin' },
              reassignedTo: null,
              ...end,
            },
          ],
          pageInfo: { hasNextPage: true },
        },
      },
    });
  });

  it('are refused without direction, to who may not respond, and with or without a subject', async () => {
    const incident = await declare(ada.api);
    await send(ada, 'takeCommand', { incident });
    const viewer = await app.person('Vera', 'VIEWER');
    const scribe = { incident, role: 'SCRIBE', member: grace.member };
    expect(await refusals(send(grace, 'assignRole', scribe))).toEqual(['TERM_REQUIRED']);
    expect(await refusals(send(ada, 'assignRole', { ...scribe, term: 7 }))).toEqual(['STALE_TERM']);
    expect(await refusals(send(ada, 'assignRole', { ...scribe, member: viewer.member }))).toEqual([
      'NOT_A_RESPONDER',
    ]);
    expect(await refusals(send(ada, 'assignRole', { ...scribe, subject: 'x' }))).toEqual([
      'SUBJECT_UNWANTED',
    ]);
    expect(await refusals(send(ada, 'assignRole', { ...scribe, role: 'CUSTOM' }))).toEqual([
      'SUBJECT_REQUIRED',
    ]);
    await send(ada, 'assignRole', scribe);
    expect(await refusals(send(lin, 'releaseRole', scribe))).toEqual(['TERM_REQUIRED']);
    expect(await sentences(send(ada, 'releaseRole', { ...scribe, member: lin.member }))).toEqual(
      [],
    );
  });

  it('20 assignments at once of a role of one: one holder', async () => {
    const incident = await declare(ada.api);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        send(n % 2 === 0 ? ada : lin, 'assignRole', {
          incident,
          role: 'CUSTOM',
          subject: n % 4 < 2 ? 'Bridge' : 'BRIDGE',
          member: [ada, grace, lin][n % 3]?.member,
        }),
      ),
    );
    const { roles } = await peopleOf(incident);
    expect(roles).toHaveLength(1);
    const { rows } = await database.owner.query<{ open: number }>(
      `select count(*)::int as open from bridgelog.roles
        where incident = $1 and released_at is null`,
      [incident],
    );
    expect(rows).toEqual([{ open: 1 }]);
  });

  it('are not seen from another organization', async () => {
    const incident = await declare(ada.api);
    const elsewhere = await TestApp.start(database);
    const stranger = await elsewhere.person('Stranger', 'ADMIN');
    const member = stranger.member;
    const commands: [string, object][] = [
      ['assignRole', { incident, role: 'SCRIBE', member }],
      ['releaseRole', { incident, role: 'SCRIBE', member }],
      ['joinIncident', { incident }],
      ['leaveIncident', { incident }],
    ];
    for (const [mutation, input] of commands) {
      const [code] = await refusals(send(stranger, mutation, input));
      expect([mutation, code]).toEqual([mutation, 'INCIDENT_NOT_FOUND']);
    }
    expect(await refusals(send(ada, 'assignRole', { incident, role: 'SCRIBE', member }))).toEqual([
      'NOT_A_RESPONDER',
    ]);
    await elsewhere.close();
  });
});

describe('participants', () => {
  it('join, observe, leave and join again; roles are left behind', async () => {
    const incident = await declare(ada.api);
    expect(await seenBy(grace.member, incident)).toEqual([]);
    expect(await sentences(send(grace, 'joinIncident', { incident }))).toEqual([
      'Grace joined as a responder',
    ]);
    expect(await sentences(send(grace, 'joinIncident', { incident }))).toEqual([]);
    expect(await seenBy(grace.member, incident)).toEqual([true]);
    await send(ada, 'assignRole', { incident, role: 'OPERATIONS_LEAD', member: grace.member });
    expect(await sentences(send(grace, 'leaveIncident', { incident }))).toEqual([
      'Grace is no longer operations lead',
      'Grace left',
    ]);
    expect(await sentences(send(grace, 'leaveIncident', { incident }))).toEqual([]);
    expect(await seenBy(grace.member, incident)).toEqual([false]);
    expect(await peopleOf(incident)).toEqual({ roles: [], participants: { nodes: [] } });
    expect(await peopleOf(incident, true)).toMatchObject({
      participants: {
        nodes: [
          { member: { name: 'Grace' }, as: 'RESPONDER', leftAt: '2026-03-01T12:00:00.000000Z' },
        ],
      },
    });
    await send(grace, 'joinIncident', { incident, as: 'OBSERVER' });
    expect(await peopleOf(incident)).toMatchObject({
      participants: { nodes: [{ as: 'OBSERVER', leftAt: null }] },
    });
    expect(await seenBy(grace.member, incident)).toEqual([true]);
  });

  it('are not made of who only records something', async () => {
    const incident = await declare(ada.api);
    await send(grace, 'addNote', { incident, text: 'Hm' });
    expect(await peopleOf(incident, true)).toMatchObject({ participants: { nodes: [] } });
  });

  it('the commander takes part, and cannot leave', async () => {
    const incident = await declare(ada.api);
    await send(ada, 'joinIncident', { incident, as: 'OBSERVER' });
    expect(await sentences(send(ada, 'takeCommand', { incident }))).toEqual([
      'Ada took command (term 1)',
      'Ada joined as a responder',
    ]);
    for (const [mutation, input] of [
      ['leaveIncident', { incident }],
      ['joinIncident', { incident, as: 'OBSERVER' }],
    ] as const)
      expect(await refusals(send(ada, mutation, input))).toEqual(['COMMANDER_CANNOT_LEAVE']);
    await send(ada, 'relinquishCommand', { incident });
    expect(await sentences(send(ada, 'leaveIncident', { incident }))).toEqual(['Ada left']);
  });

  it('are people, for whom tools act by the scope ACT_AS', async () => {
    const incident = await declare(ada.api);
    const bot = { api: await app.tool('Chat bot', ['ACT_AS']) };
    for (const mutation of ['joinIncident', 'leaveIncident'])
      expect(await refusals(send(bot, mutation, { incident }))).toEqual(['PERSON_REQUIRED']);
    const forLin = { incident, actor: { member: lin.member } };
    expect(await sentences(send(bot, 'joinIncident', forLin))).toEqual([
      'Lin joined as a responder',
    ]);
    expect(await seenBy(lin.member, incident)).toEqual([true]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';
import { Subscriber } from '../support/subscriber.js';

let database: TestDatabase;
let app: TestApp;
let ada: Person;
let grace: Person;
let lin: Person;
let ida: Person;

beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  ada = await app.person('Ada');
  grace = await app.person('Grace');
  lin = await app.person('Lin');
  ida = await app.person('Ida', 'ADMIN');
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

type Recorded = {
  readonly events: readonly { readonly sentence: string }[];
  readonly incident: { readonly restricted: boolean } | null;
  readonly position: number;
  readonly refusals: readonly { readonly code: string }[];
};
const fields = 'events { sentence } incident { restricted } position refusals { code }';
const send = (by: Pick<Person, 'api'>, mutation: string, input: object): Promise<Recorded> =>
  by.api.send<Recorded>(mutation, input, fields);
const said = async (recorded: Promise<Recorded>): Promise<readonly string[]> =>
  (await recorded).events.map(({ sentence }) => sentence);
const codes = async (recorded: Promise<Recorded>): Promise<readonly string[]> =>
  (await recorded).refusals.map(({ code }) => code);
const viewer = ({ member }: Person) => ({ viewer: { member } });

const sees = async ({ api }: Pick<Person, 'api'>, incident: string): Promise<boolean> => {
  const found = await api.ask<{ incident: object | null }>(
    'query ($incident: ID!) { incident(id: $incident) { id } }',
    { incident },
  );
  return found.incident !== null;
};

describe('an incident that is restricted from its first moment on', () => {
  it('is seen by who declared it, by admins, and by nobody else', async () => {
    const input = { title: 'Keys on a public page', severity: 'SEV1', restricted: true };
    const incident = await declare(grace.api, input);
    const sees = async ({ api }: Pick<Person, 'api'>) =>
      (await api.ask<{ incident: object | null }>(`{ incident(id: "${incident}") { restricted } }`))
        .incident;
    expect(await Promise.all([grace, ida, lin].map(sees))).toEqual([
      { restricted: true },
      { restricted: true },
      null,
    ]);
  });
});

describe('sight', () => {
  it('is kept by who restricts and by who commands', async () => {
    const incident = await declare(ada.api);
    await send(grace, 'takeCommand', { incident });
    expect(await said(send(ada, 'restrictIncident', { incident, reason: 'Legal' }))).toEqual([
      'Ada restricted the incident: Legal',
      'Ada granted Ada sight',
      'Ada granted Grace sight',
    ]);
    expect(await said(send(grace, 'restrictIncident', { incident }))).toEqual([]);
    expect([await sees(ada, incident), await sees(grace, incident)]).toEqual([true, true]);
    expect([await sees(lin, incident), await sees(ida, incident)]).toEqual([false, true]);
    expect(await codes(send(ada, 'revokeSight', { incident, ...viewer(grace) }))).toEqual([
      'COMMANDER_NEEDS_SIGHT',
    ]);
    const { sight } = (
      await ada.api.ask<{ incident: { sight: object } }>(
        `query ($incident: ID!) { incident(id: $incident) {
          sight(first: 1) { nodes { viewer { name } since by { name } } pageInfo { hasNextPage } } } }`,
        { incident },
      )
    ).incident;
    expect(sight).toEqual({
      nodes: [
        { viewer: { name: 'Ada' }, since: '2026-03-01T12:00:00.000000Z', by: { name: 'Ada' } },
      ],
      pageInfo: { hasNextPage: true },
    });
  });

  it('is granted and revoked, and the incident opened', async () => {
    const incident = await declare(ada.api);
    await send(ada, 'restrictIncident', { incident });
    expect(await said(send(ada, 'grantSight', { incident, ...viewer(lin) }))).toEqual([
      'Ada granted Lin sight',
    ]);
    expect(await said(send(lin, 'grantSight', { incident, ...viewer(lin) }))).toEqual([]);
    expect(await sees(lin, incident)).toBe(true);
    const stranger = { viewer: { integration: newId('int') } };
    expect(await codes(send(ada, 'grantSight', { incident, ...stranger }))).toEqual([
      'VIEWER_NOT_FOUND',
    ]);
    await send(ada, 'revokeSight', { incident, ...viewer(lin) });
    expect(await sees(lin, incident)).toBe(false);
    const opened = await send(ida, 'openIncident', { incident });
    expect(opened).toMatchObject({
      events: [{ sentence: 'Ida opened the incident to the organization' }],
      incident: { restricted: false },
    });
    expect(await sees(lin, incident)).toBe(true);
  });

  it('is taken from who takes part, too, and from their roles and their offer of command', async () => {
    const incident = await declare(ada.api);
    await send(ada, 'takeCommand', { incident });
    await send(lin, 'joinIncident', { incident });
    await send(ada, 'assignRole', { incident, role: 'SCRIBE', member: lin.member });
    await send(ada, 'restrictIncident', { incident });
    await send(ada, 'offerCommand', { incident, to: lin.member });
    expect(await sees(lin, incident)).toBe(true);
    const revoked = send(ada, 'revokeSight', { incident, ...viewer(lin), reason: 'Mole' });
    expect(await said(revoked)).toEqual([
      'Ada withdrew the offer of command to Lin',
      'Lin is no longer scribe',
      'Lin left',
      'Ada revoked the sight of Lin: Mole',
    ]);
    expect(await sees(lin, incident)).toBe(false);
    for (const mutation of ['acceptCommand', 'joinIncident', 'takeCommand'])
      expect(await codes(send(lin, mutation, { incident }))).toEqual(['INCIDENT_NOT_FOUND']);
    expect(await said(send(ada, 'revokeSight', { incident, ...viewer(lin) }))).toEqual([]);
  });

  it('is kept by whom command is offered to when it is restricted', async () => {
    const incident = await declare(ada.api);
    await send(ada, 'takeCommand', { incident });
    await send(ada, 'offerCommand', { incident, to: grace.member });
    await send(ada, 'restrictIncident', { incident });
    expect(await said(send(grace, 'acceptCommand', { incident }))).toEqual([
      'Grace accepted command from Ada (term 2)',
      'Grace joined as a responder',
    ]);
  });

  it('that somebody takes from themselves is gone with the answer', async () => {
    const incident = await declare(ada.api);
    await send(ada, 'restrictIncident', { incident });
    expect(await send(ada, 'revokeSight', { incident, ...viewer(ada) })).toMatchObject({
      events: [{ sentence: 'Ada revoked the sight of Ada' }],
      incident: null,
    });
    expect(await codes(send(ada, 'revokeSight', { incident, ...viewer(ada) }))).toEqual([
      'INCIDENT_NOT_FOUND',
    ]);
  });

  it('is that of the person for a command by a tool, and its own for what the tool is shown', async () => {
    const incident = await declare(ada.api);
    await send(ada, 'restrictIncident', { incident });
    const bot = { api: await app.tool('Bot', ['ACT_AS']) };
    const forAda = { incident, text: 'Seen', actor: { member: ada.member } };
    expect(await send(bot, 'addNote', forAda)).toMatchObject({
      events: [{ sentence: 'Ada noted: Seen' }],
      incident: null,
      refusals: [],
    });
    for (const note of [
      { incident, text: 'Mine' },
      { ...forAda, actor: { member: lin.member } },
    ])
      expect(await codes(send(bot, 'addNote', note))).toEqual(['INCIDENT_NOT_FOUND']);
    expect(await sees(bot, incident)).toBe(false);
    const forIda = { ...forAda, actor: { member: ida.member } };
    expect(await codes(send(bot, 'addNote', forIda))).toEqual([]);
  });

  it('is given or not when two decide at once, and never half', async () => {
    const incident = await declare(ada.api);
    await send(ada, 'restrictIncident', { incident });
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        send(n % 2 === 0 ? ada : ida, n % 3 === 0 ? 'revokeSight' : 'grantSight', {
          incident,
          ...viewer(lin),
        }),
      ),
    );
    const { rows } = await database.owner.query<{ type: string }>(
      `select type from bridgelog.events where stream = $1 and type like 'Sight%' and version > 3
        order by position`,
      [incident],
    );
    const types = rows.map(({ type }) => type);
    expect(types).toEqual(types.map((_, n) => (n % 2 === 0 ? 'SightGranted' : 'SightRevoked')));
    expect(await sees(lin, incident)).toBe(types.length % 2 === 1);
  });
});

/** Numbers that look random and are the same in every run (Park and Miller's generator). */
const randomFrom = (seed: number) => {
  let state = seed;
  return (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
};

/** What a change of sight leaves: whether Lin sees the incident then is plain from it. */
const after = (
  was: { readonly restricted: boolean; readonly granted: boolean },
  mutation: string,
) => ({
  restricted: mutation === 'restrictIncident' || (was.restricted && mutation !== 'openIncident'),
  granted: mutation === 'grantSight' || (was.granted && mutation !== 'revokeSight'),
});
const changes = ['restrictIncident', 'openIncident', 'grantSight', 'revokeSight'] as const;

describe('a subscriber whose sight comes and goes', () => {
  it('gets exactly what was recorded while they saw it', async () => {
    const incident = await declare(ada.api);
    const fence = await declare(ada.api);
    const subscriber = await Subscriber.start(app.url, lin.token);
    const random = randomFrom(7);
    const expected: number[] = [];
    let state = { restricted: false, granted: false };
    for (let step = 0; step < 200; step += 1) {
      const mutation = changes[random(4)] ?? 'openIncident';
      const who = mutation.endsWith('Sight') ? viewer(lin) : {};
      const { position, events } = await send(ada, mutation, { incident, ...who });
      state = after(state, mutation);
      const note = await send(ada, 'addNote', { incident, text: `Step ${step}` });
      const end = await send(ada, 'addNote', { incident: fence, text: `Step ${step}` });
      const change = events.map((_, n) => position - events.length + n + 1);
      const isSeen = !state.restricted || state.granted;
      expected.push(...(isSeen ? [...change, note.position] : []), end.position);
      await subscriber.reaches(end.position);
    }
    await subscriber.stop();
    expect(subscriber.seen.map(({ position }) => position)).toEqual(expected);
    expect(subscriber.isLinked).toBe(true);
    const { rows } = await database.owner.query<{ changes: number }>(
      `select count(*)::int as changes from bridgelog.events
        where stream = $1 and type in ('SightGranted', 'SightRevoked', 'IncidentRestricted')`,
      [incident],
    );
    expect(rows[0]?.changes).toBeGreaterThan(60);
  });

  it('gets nothing late: not even of the time when they saw it', async () => {
    const incident = await declare(ada.api);
    const { cursor } = await ada.api.send<{ cursor: string }>(
      'addNote',
      { incident, text: 'Open' },
      'cursor',
    );
    for (let n = 0; n < 20; n += 1) await send(ada, 'addNote', { incident, text: `Open ${n}` });
    await send(ada, 'restrictIncident', { incident });
    const subscriber = await Subscriber.start(app.url, lin.token, { after: cursor });
    await subscriber.stop();
    expect(subscriber.seen).toEqual([]);
  });
});

describe('a guest', () => {
  it('sees and works on the incidents alone that they were given sight of', async () => {
    const gus = await app.person('Gus', 'GUEST');
    const [theirs, other] = [await declare(ada.api), await declare(ada.api)];
    await send(ada, 'grantSight', { incident: theirs, ...viewer(gus) });
    expect([await sees(gus, theirs), await sees(gus, other)]).toEqual([true, false]);
    const list = await gus.api.ask('{ incidents { nodes { id } } viewer { role } }');
    expect(list).toEqual({ incidents: { nodes: [{ id: theirs }] }, viewer: { role: 'GUEST' } });
    const note = { incident: theirs, text: 'We see it, too' };
    expect(await said(send(gus, 'addNote', note))).toEqual(['Gus noted: We see it, too']);
    expect(await codes(send(gus, 'addNote', { ...note, incident: other }))).toEqual([
      'INCIDENT_NOT_FOUND',
    ]);
  });

  it('may call nothing that is not open to guests', async () => {
    const gus = await app.person('Gus', 'GUEST');
    const incident = await declare(ada.api);
    await send(ada, 'grantSight', { incident, ...viewer(gus) });
    for (const mutation of ['takeCommand', 'resolveIncident', 'openIncident', 'restrictIncident'])
      await expect(send(gus, mutation, { incident })).rejects.toThrow('not open to guests');
    await expect(send(gus, 'grantSight', { incident, ...viewer(gus) })).rejects.toThrow('guests');
    await expect(declare(gus.api)).rejects.toThrow('guests');
    for (const list of ['members', 'tokens'])
      await expect(gus.api.ask(`{ ${list} { nodes { id } } }`)).rejects.toThrow('guests');
    const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect(await gus.api.ask(nodes, { ids: [ada.member, gus.member] })).toEqual({
      nodes: [null, { id: gus.member }],
    });
  });

  it('acts for nobody else', async () => {
    const bot = await app.tool('Guest bot', ['ACT_AS'], 'GUEST');
    const note = { incident: await declare(ada.api), text: 'x', actor: { member: ada.member } };
    await expect(bot.send('addNote', note, 'position')).rejects.toThrow('acts for nobody else');
  });
});

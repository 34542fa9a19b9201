import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let app: TestApp;
let ada: Person;
let grace: Person;

beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  [ada, grace] = [await app.person('Ada'), await app.person('Grace')];
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

type Recorded = {
  readonly events: readonly { readonly sentence: string }[];
  readonly help: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly refusals: readonly { readonly code: string }[];
};
const fields = `events { sentence } refusals { code path }
  help { id state need skill helper { name } party contact remark }`;
const send = (mutation: string, input: object, by = ada): Promise<Recorded> =>
  by.api.send<Recorded>(mutation, input, fields);
const request = async (incident: string, need = 'DNS'): Promise<string> =>
  (await send('requestHelp', { incident, need })).help.id;
const sentences = ({ events }: Recorded) => events.map(({ sentence }) => sentence);

const sees = async ({ api }: Person, incident: string): Promise<boolean> =>
  (
    await api.ask<{ incident: object | null }>(
      'query ($incident: ID!) { incident(id: $incident) { id } }',
      { incident },
    )
  ).incident !== null;

describe('help', () => {
  it('is requested, engaged and released', async () => {
    const incident = await declare(ada.api);
    const help = newId('hlp');
    const asked = { incident, help, need: 'Somebody\nwho knows DNS', skill: 'network' };
    expect(await send('requestHelp', asked)).toMatchObject({
      events: [{ sentence: 'Ada requested help from network: Somebody who knows DNS' }],
      help: { id: help, state: 'REQUESTED', skill: 'network', helper: null },
    });
    expect((await send('requestHelp', asked)).events).toEqual([]);
    const party = { name: 'Acme DNS', contact: '+44 20 7946 0000' };
    const engaged = await send('engageHelp', { incident, help, who: { party } });
    expect(engaged).toMatchObject({
      events: [{ sentence: 'Ada engaged Acme DNS for the help with: Somebody who knows DNS' }],
      help: { state: 'ENGAGED', party: 'Acme DNS', contact: '+44 20 7946 0000' },
    });
    expect((await send('engageHelp', { incident, help, who: { party } })).events).toEqual([]);
    const other = { incident, help, who: { member: grace.member } };
    expect(await send('engageHelp', other)).toMatchObject({
      refusals: [{ code: 'HELP_NOT_OPEN', path: ['input', 'help'] }],
    });
    const over = { incident, help, remark: 'Fixed' };
    expect(await send('releaseHelp', over)).toMatchObject({
      events: [{ sentence: 'Ada released the help with: Somebody who knows DNS: Fixed' }],
      help: { state: 'RELEASED', remark: 'Fixed' },
    });
    expect((await send('releaseHelp', over)).events).toEqual([]);
  });

  it('stores the names of outside parties sealed', async () => {
    const incident = await declare(ada.api);
    const help = await request(incident);
    await send('engageHelp', { incident, help, who: { party: { name: 'Sealed Ltd' } } });
    const { rows } = await database.owner.query<{ payload: string }>(
      `select payload from bridgelog.events where stream = $1 and type = 'HelpEngaged'`,
      [incident],
    );
    expect(rows[0]?.payload).toEqual(expect.stringContaining('"sealed":1'));
    expect(rows[0]?.payload).not.toEqual(expect.stringContaining('Sealed Ltd'));
  });

  it('is listed with what is not over first, page by page', async () => {
    const incident = await declare(ada.api);
    const [a, b, c] = [
      await request(incident, 'a'),
      await request(incident, 'b'),
      await request(incident, 'c'),
    ];
    await send('releaseHelp', { incident, help: a });
    const page = async (args: string): Promise<{ ids: string[]; cursor: string }> => {
      const answer = await ada.api.ask<{
        incident: { help: { nodes: { id: string }[]; pageInfo: { endCursor: string } } };
      }>(
        `query ($incident: ID!) { incident(id: $incident) {
          help${args} { nodes { id } pageInfo { endCursor } } } }`,
        { incident },
      );
      const { nodes, pageInfo } = answer.incident.help;
      return { ids: nodes.map(({ id }) => id), cursor: pageInfo.endCursor };
    };
    expect((await page('')).ids).toEqual([b, c, a]);
    expect((await page('(where: { state: [RELEASED] })')).ids).toEqual([a]);
    const first = await page('(first: 2)');
    expect(first.ids).toEqual([b, c]);
    expect((await page(`(first: 2, after: "${first.cursor}")`)).ids).toEqual([a]);
    expect((await page('(last: 2)')).ids).toEqual([c, a]);
  });

  it.each<[string, object, string]>([
    ['engageHelp', { help: newId('hlp'), who: { party: { name: 'x' } } }, 'HELP_NOT_FOUND'],
    ['releaseHelp', { help: newId('hlp') }, 'HELP_NOT_FOUND'],
  ])('%s refuses what was never requested', async (mutation, input, code) => {
    const incident = await declare(ada.api);
    expect(await send(mutation, { incident, ...input })).toMatchObject({
      help: null,
      refusals: [{ code }],
    });
  });

  it('of one incident is nothing to another, and its id is taken for good', async () => {
    const [one, other] = [await declare(ada.api), await declare(ada.api)];
    const help = await request(one);
    expect(await send('releaseHelp', { incident: other, help })).toMatchObject({
      refusals: [{ code: 'HELP_NOT_FOUND' }],
    });
    expect(await send('requestHelp', { incident: other, help, need: 'DNS' })).toMatchObject({
      refusals: [{ code: 'HELP_EXISTS' }],
    });
  });

  it('comes from members that there are', async () => {
    const incident = await declare(ada.api);
    const help = await request(incident);
    const who = { member: newId('mem') };
    expect(await send('engageHelp', { incident, help, who })).toMatchObject({
      refusals: [{ code: 'HELPER_NOT_FOUND', path: ['input', 'who', 'member'] }],
    });
  });

  it('is given by one, when twenty are engaged at once', async () => {
    const incident = await declare(ada.api);
    const help = await request(incident);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        send('engageHelp', { incident, help, who: { party: { name: `Party ${n}` } } }),
      ),
    );
    expect(answers.filter(({ refusals }) => refusals.length === 0)).toHaveLength(1);
  });
});

describe('sight of who helps', () => {
  const restrictedWith = async (): Promise<{ incident: string; help: string }> => {
    const incident = await declare(ada.api);
    await ada.api.send('restrictIncident', { incident }, 'position');
    return { incident, help: await request(incident) };
  };

  it('lasts from the engagement to the release', async () => {
    const { incident, help } = await restrictedWith();
    const engaged = await send('engageHelp', { incident, help, who: { member: grace.member } });
    expect(sentences(engaged)).toEqual([
      'Ada engaged Grace for the help with: DNS',
      'Ada granted Grace sight',
    ]);
    expect(await sees(grace, incident)).toBe(true);
    // The name of the request is hidden, too, once its reader has lost sight of it.
    expect(sentences(await send('releaseHelp', { incident, help }, grace))).toEqual([
      `Grace released ${help}`,
      'Grace revoked the sight of Grace',
    ]);
    expect(await sees(grace, incident)).toBe(false);
  });

  it('stays where it was granted otherwise, before or after', async () => {
    for (const isBefore of [true, false]) {
      const { incident, help } = await restrictedWith();
      const grant = () =>
        ada.api.send(
          'grantSight',
          { incident, viewer: { member: grace.member } },
          'events { type }',
        );
      if (isBefore) await grant();
      await send('engageHelp', { incident, help, who: { member: grace.member } });
      if (!isBefore) expect(await grant()).toEqual({ events: [{ type: 'SightGranted' }] });
      await send('releaseHelp', { incident, help });
      expect(await sees(grace, incident)).toBe(true);
    }
  });

  it('lasts until the last of several engagements is released', async () => {
    const { incident, help } = await restrictedWith();
    const second = await request(incident, 'More DNS');
    for (const one of [help, second])
      await send('engageHelp', { incident, help: one, who: { member: grace.member } });
    await send('releaseHelp', { incident, help });
    expect(await sees(grace, incident)).toBe(true);
    await send('releaseHelp', { incident, help: second });
    expect(await sees(grace, incident)).toBe(false);
  });

  it('is given to a guest of an open incident, and taken back', async () => {
    const gus = await app.person('Gus', 'GUEST');
    const incident = await declare(ada.api);
    const help = await request(incident);
    expect(await sees(gus, incident)).toBe(false);
    await send('engageHelp', { incident, help, who: { member: gus.member } });
    expect(await sees(gus, incident)).toBe(true);
    await send('releaseHelp', { incident, help });
    expect(await sees(gus, incident)).toBe(false);
  });
});

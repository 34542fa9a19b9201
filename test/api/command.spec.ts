import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiClient } from '../../src/drill/api-client.js';
import { newId } from '../../src/platform/ids.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let app: TestApp;
let people: Person[];
let ada: Person;
let grace: Person;
let lin: Person;

beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  [ada, grace, lin] = [await app.person('Ada'), await app.person('Grace'), await app.person('Lin')];
  people = [ada, grace, lin];
  while (people.length < 20) people.push(await app.person(`Responder ${people.length}`));
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

type Recorded = {
  events: { type: string; sentence: string }[];
  refusals: {
    code: string;
    path: string[] | null;
    command?: { commander: { name: string }; offer: object | null } | null;
  }[];
};
const fields = `events { type sentence } refusals { code path
  ... on CommandRefused { command { term commander { name } offer { to { name } until } } } }`;
const send = (by: Person, mutation: string, input: object) =>
  by.api.send<Recorded>(mutation, input, fields);
const sentences = async (answer: Promise<Recorded>): Promise<string[]> => {
  const { events, refusals } = await answer;
  expect(refusals).toEqual([]);
  return events.map(({ sentence }) => sentence);
};
const codes = async (answer: Promise<Recorded>): Promise<string[]> =>
  (await answer).refusals.map(({ code }) => code);

const commandOf = async (incident: string) => {
  const { incident: found } = await ada.api.ask<{ incident: Record<string, unknown> }>(
    `query ($incident: ID!) { incident(id: $incident) { term commandVacantSince
      command { commander { name } term since offer { to { name } until } }
      commandHistory(first: 100) { nodes {
        term commander { name } since until began from { name } ended } } } }`,
    { incident },
  );
  return found;
};
/** Reminders aside. */
const timeline = async (incident: string): Promise<string[]> => {
  const { incident: found } = await ada.api.ask<{
    incident: { timeline: { nodes: { type: string; sentence: string }[] } };
  }>(
    `query ($incident: ID!) { incident(id: $incident) { timeline(first: 200) {
      nodes { type sentence } } } }`,
    { incident },
  );
  return found.timeline.nodes
    .filter(({ type }) => !type.startsWith('Nudge'))
    .map(({ sentence }) => sentence);
};

/** Every test has an hour of its own: the clock never goes back. */
let hour = 11;
const at = (minute: string) => `2026-03-01T${hour}:${minute}.000000Z`;
const pass = async (minute: string) => {
  await database.setClock(at(minute), 0);
  await app.settle();
};
beforeEach(() => {
  hour += 1;
  return database.setClock(at('00:00'), 0);
});

describe('handing command over', () => {
  it('is offered and accepted, and each term is on the record', async () => {
    const incident = await declare(ada.api);
    await send(ada, 'takeCommand', { incident });
    const offer = { incident, to: grace.member, minutes: 10, remark: 'Half way through' };
    expect(await sentences(send(ada, 'offerCommand', offer))).toEqual([
      `Ada offered command to Grace until 2026-03-01 ${hour}:10 UTC: Half way through`,
    ]);
    expect(await sentences(send(ada, 'offerCommand', { ...offer, minutes: 1 }))).toEqual([]);
    expect(await commandOf(incident)).toMatchObject({
      command: {
        commander: { name: 'Ada' },
        offer: { to: { name: 'Grace' }, until: at('10:00') },
      },
    });
    await database.setClock(at('09:59'), 0);
    expect(await sentences(send(grace, 'acceptCommand', { incident }))).toEqual([
      'Grace accepted command from Ada (term 2)',
      'Grace joined as a responder',
    ]);
    expect(await sentences(send(grace, 'acceptCommand', { incident }))).toEqual([]);
    await pass('30:00');
    expect(await commandOf(incident)).toEqual({
      term: 2,
      commandVacantSince: null,
      command: {
        commander: { name: 'Grace' },
        term: 2,
        since: at('09:59'),
        offer: null,
      },
      commandHistory: {
        nodes: [
          {
            term: 1,
            commander: { name: 'Ada' },
            since: at('00:00'),
            until: at('09:59'),
            began: 'TAKEN',
            from: null,
            ended: 'HANDED_OVER',
          },
          {
            term: 2,
            commander: { name: 'Grace' },
            since: at('09:59'),
            until: null,
            began: 'HANDED_OVER',
            from: { name: 'Ada' },
            ended: null,
          },
        ],
      },
    });
    const stale = { incident, term: 1 };
    expect(await codes(send(ada, 'declareContained', stale))).toEqual(['STALE_TERM']);
    expect(await codes(send(ada, 'declareContained', { incident }))).toEqual(['TERM_REQUIRED']);
  });

  it('ends with the offer: declined, withdrawn or expired, and then it is too late', async () => {
    const incident = await declare(ada.api);
    const offer = { incident, to: grace.member };
    await send(ada, 'takeCommand', { incident });
    await send(ada, 'offerCommand', offer);
    expect(await sentences(send(grace, 'declineCommand', { incident }))).toEqual([
      'Grace declined the offer of command',
    ]);
    await send(ada, 'offerCommand', offer);
    expect(await sentences(send(ada, 'withdrawOffer', { incident }))).toEqual([
      'Ada withdrew the offer of command to Grace',
    ]);
    await send(ada, 'offerCommand', offer);
    await database.setClock(at('05:00'), 0);
    expect(await codes(send(grace, 'acceptCommand', { incident }))).toEqual(['OFFER_EXPIRED']);
    await app.settle();
    await app.settle();
    expect(await codes(send(grace, 'acceptCommand', { incident }))).toEqual(['NOT_OFFERED']);
    const past = await timeline(incident);
    expect(past.filter((one) => one.includes('expired'))).toEqual([
      'The offer of command to Grace expired',
    ]);
    expect(past.at(-1)).toBe('The offer of command to Grace expired');
    expect(await commandOf(incident)).toMatchObject({ term: 1, command: { offer: null } });
  });

  it('an offer made again is not ended by the time of the first', async () => {
    const incident = await declare(ada.api);
    await send(ada, 'takeCommand', { incident });
    await send(ada, 'offerCommand', { incident, to: grace.member, minutes: 5 });
    await send(ada, 'withdrawOffer', { incident });
    await send(ada, 'offerCommand', { incident, to: grace.member, minutes: 20 });
    await pass('10:00');
    expect(await commandOf(incident)).toMatchObject({
      command: { offer: { to: { name: 'Grace' } } },
    });
    await pass('20:00');
    expect(await commandOf(incident)).toMatchObject({ command: { offer: null } });
  });

  it('is refused with command as it stands', async () => {
    const incident = await declare(ada.api);
    expect(await send(ada, 'offerCommand', { incident, to: grace.member })).toMatchObject({
      refusals: [{ code: 'NOT_COMMANDER', command: null }],
    });
    await send(ada, 'takeCommand', { incident });
    await send(ada, 'offerCommand', { incident, to: grace.member });
    const command = { commander: { name: 'Ada' }, term: 1, offer: { to: { name: 'Grace' } } };
    expect(await send(ada, 'offerCommand', { incident, to: lin.member })).toMatchObject({
      refusals: [{ code: 'OFFER_STANDS', path: ['input', 'to'], command }],
    });
    expect(await send(lin, 'acceptCommand', { incident })).toMatchObject({
      refusals: [{ code: 'NOT_OFFERED', command }],
    });
    for (const mutation of ['withdrawOffer', 'relinquishCommand'])
      expect(await send(grace, mutation, { incident })).toMatchObject({
        refusals: [{ code: 'NOT_COMMANDER', command }],
      });
    expect(await codes(send(ada, 'offerCommand', { incident, to: ada.member }))).toEqual([
      'OFFER_TO_SELF',
    ]);
  });

  it('is for members who may respond', async () => {
    const viewer = await app.person('Vera', 'VIEWER');
    const elsewhere = await TestApp.start(database);
    const stranger = await elsewhere.person('Stranger');
    const incident = await declare(ada.api);
    await send(ada, 'takeCommand', { incident });
    for (const to of [viewer.member, stranger.member, newId('mem')])
      expect(await codes(send(ada, 'offerCommand', { incident, to }))).toEqual(['NOT_A_RESPONDER']);
    expect(await codes(send(stranger, 'relinquishCommand', { incident }))).toEqual([
      'INCIDENT_NOT_FOUND',
    ]);
    await elsewhere.close();
    for (const minutes of [0, 61])
      await expect(
        send(ada, 'offerCommand', { incident, to: grace.member, minutes }),
      ).rejects.toThrow(/minutes/);
    const bot = await app.tool('Bot');
    await send(ada, 'offerCommand', { incident, to: grace.member });
    const accepted = bot.send<Recorded>('acceptCommand', { incident }, fields);
    expect(await codes(accepted)).toEqual(['PERSON_REQUIRED']);
  });
});

describe('giving command up', () => {
  it('withdraws the offer, leaves a vacancy, and the next who takes it is in the next term', async () => {
    const incident = await declare(ada.api);
    expect(await commandOf(incident)).toMatchObject({
      command: null,
      commandVacantSince: at('00:00'),
    });
    await send(ada, 'takeCommand', { incident });
    await send(ada, 'offerCommand', { incident, to: grace.member });
    await database.setClock(at('01:00'), 0);
    expect(await sentences(send(ada, 'relinquishCommand', { incident }))).toEqual([
      'Ada withdrew the offer of command to Grace',
      'Ada relinquished command',
    ]);
    expect(await commandOf(incident)).toMatchObject({
      term: 1,
      command: null,
      commandVacantSince: at('01:00'),
    });
    expect(await codes(send(grace, 'acceptCommand', { incident }))).toEqual(['NOT_OFFERED']);
    expect(await codes(send(ada, 'declareContained', { incident, term: 1 }))).toEqual([
      'STALE_TERM',
    ]);
    expect(await sentences(send(grace, 'takeCommand', { incident }))).toEqual([
      'Grace took command (term 2)',
      'Grace joined as a responder',
    ]);
    expect(await commandOf(incident)).toMatchObject({
      commandHistory: {
        nodes: [
          { ended: 'RELINQUISHED', until: at('01:00') },
          { began: 'TAKEN', from: null, ended: null },
        ],
      },
    });
    await pass('30:00');
    expect((await timeline(incident)).at(-1)).toBe('Grace joined as a responder');
  });

  it('the history pages both ways', async () => {
    const incident = await declare(ada.api);
    for (let term = 1; term <= 3; term += 1) {
      await send(ada, 'takeCommand', { incident });
      await send(ada, 'relinquishCommand', { incident });
    }
    type Page = {
      nodes: { term: number }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
    const page = async (args: string): Promise<Page> => {
      const { incident: found } = await ada.api.ask<{ incident: { commandHistory: Page } }>(
        `query ($incident: ID!) { incident(id: $incident) { commandHistory(${args}) {
          nodes { term } pageInfo { endCursor hasNextPage } } } }`,
        { incident },
      );
      return found.commandHistory;
    };
    const first = await page('first: 2');
    expect(first).toMatchObject({
      nodes: [{ term: 1 }, { term: 2 }],
      pageInfo: { hasNextPage: true },
    });
    const next = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
    expect(next).toMatchObject({ nodes: [{ term: 3 }], pageInfo: { hasNextPage: false } });
    expect((await page('last: 2')).nodes).toEqual([{ term: 2 }, { term: 3 }]);
  });
});

describe('at once', () => {
  it('20 people take and accept: one commander, whatever wins', async () => {
    for (let round = 1; round <= 10; round += 1) {
      const incident = await declare(ada.api);
      await send(ada, 'takeCommand', { incident });
      await send(ada, 'offerCommand', { incident, to: grace.member });
      const answers = await Promise.all(
        people.map((person, n) =>
          send(person, n % 2 === 0 ? 'takeCommand' : 'acceptCommand', { incident }),
        ),
      );
      const won = answers.flatMap(({ events }) => events.map(({ sentence }) => sentence));
      expect(won).toEqual([
        'Grace accepted command from Ada (term 2)',
        'Grace joined as a responder',
      ]);
      expect(await commandOf(incident)).toMatchObject({
        term: 2,
        command: { commander: { name: 'Grace' } },
        commandHistory: { nodes: [{ ended: 'HANDED_OVER' }, { ended: null }] },
      });
    }
  });

  it('20 people take a vacant command: one gets it', async () => {
    const incident = await declare(ada.api);
    await send(ada, 'takeCommand', { incident });
    await send(ada, 'relinquishCommand', { incident });
    const answers = await Promise.all(
      people.map((person) => send(person, 'takeCommand', { incident })),
    );
    expect(answers.filter(({ events }) => events.length > 0)).toHaveLength(1);
    const refused = answers.flatMap(({ refusals }) => refusals.map(({ code }) => code));
    expect(refused).toEqual(Array.from({ length: 19 }, () => 'ALREADY_COMMANDED'));
    expect(await commandOf(incident)).toMatchObject({ term: 2 });
  });

  it('accepting against withdrawing, in two processes: one wins, the other is told how it stands', async () => {
    const other = await TestApp.start(database, { organization: app.organization });
    const graceElsewhere = { ...grace, api: new ApiClient(other.url, grace.token) };
    for (let round = 1; round <= 10; round += 1) {
      const incident = await declare(ada.api);
      await send(ada, 'takeCommand', { incident });
      await send(ada, 'offerCommand', { incident, to: grace.member });
      const [accepted, withdrawn] = await Promise.all([
        send(graceElsewhere, 'acceptCommand', { incident }),
        send(ada, 'withdrawOffer', { incident }),
      ]);
      const [commander, refusal] =
        accepted.events.length > 0
          ? ['Grace', { code: 'NOT_COMMANDER', command: { commander: { name: 'Grace' }, term: 2 } }]
          : ['Ada', { code: 'NOT_OFFERED', command: { commander: { name: 'Ada' }, offer: null } }];
      expect([...accepted.refusals, ...withdrawn.refusals]).toMatchObject([refusal]);
      expect(await commandOf(incident)).toMatchObject({
        command: { commander: { name: commander }, offer: null },
      });
    }
    await other.close();
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let app: TestApp;
let ada: Person;
let incident: string;

beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  ada = await app.person('Ada');
});
afterAll(async () => {
  await app.close();
  await database.drop();
});
beforeEach(async () => {
  day += 1;
  await clock('12:00');
  incident = await declare(ada.api, { title: 'Checkout is down', severity: 'SEV2' });
});

type Answer = {
  update: { id: string } | null;
  events: { type: string; sentence: string }[];
  refusals: { code: string; path: string[] | null }[];
};
/** A day for each test: the clock of a ledger never goes back. */
let day = 0;
const date = (ahead = 0) => `2026-03-${String(day + ahead).padStart(2, '0')}`;
const clock = (time: string) => database.setClock(`${date()}T${time}:00Z`, 0);
const at = (time: string) => `${date()}T${time}:00.000000Z`;
const send = (mutation: string, input: object, by = ada, selection = 'update { id }') =>
  by.api.send<Answer>(
    mutation,
    { incident, ...input },
    `${selection} events { type sentence } refusals { code path }`,
  );
const publish = (audience: string, text: string, more: object = {}) =>
  send('publishUpdate', { audience, text, ...more });
const published = async (...input: Parameters<typeof publish>): Promise<string> =>
  (await publish(...input)).update?.id ?? '';
const promise = (audience: string, time: string) =>
  send('promiseUpdate', { audience, at: at(time) }, ada, '');
const retract = (update: string, reason = 'It was wrong') =>
  send('retractUpdate', { update, reason });
const codes = ({ refusals }: Answer) => refusals.map(({ code }) => code);
const types = ({ events }: Answer) => events.map(({ type }) => type);

type Shown = { incident: Record<string, unknown> };
const shown = async (selection: string) =>
  (
    await ada.api.ask<Shown>(`query ($id: ID!) { incident(id: $id) { ${selection} } }`, {
      id: incident,
    })
  ).incident;
const texts = async (args: string) => {
  const { updates } = (await shown(`updates${args} { nodes { text } }`)) as {
    updates: { nodes: { text: string }[] };
  };
  return updates.nodes.map(({ text }) => text);
};

describe('an update', () => {
  it('answers with what was published and promised', async () => {
    const components = [{ name: 'Cart', status: 'MAJOR_OUTAGE' }];
    const answer = await send(
      'publishUpdate',
      {
        audience: 'STATUS_PAGE',
        text: 'We know',
        status: 'IDENTIFIED',
        components,
        nextUpdateAt: at('12:30'),
      },
      ada,
      `update { id audience text status components { name status } publishedAt
        publishedBy { name } nextUpdateAt retraction { reason } }`,
    );
    expect(answer.events).toEqual([
      {
        type: 'UpdatePublished',
        sentence: 'Ada published an update on the status page (identified): We know',
      },
      {
        type: 'NextUpdatePromised',
        sentence: `Ada promised readers of the status page the next update by ${date()} 12:30 UTC`,
      },
    ]);
    expect(answer.update).toEqual({
      id: expect.stringMatching(/^evt_/),
      audience: 'STATUS_PAGE',
      text: 'We know',
      status: 'IDENTIFIED',
      components,
      publishedAt: at('12:00'),
      publishedBy: { name: 'Ada' },
      nextUpdateAt: at('12:30'),
      retraction: null,
    });
  });

  it('is the same on a repeat of its key', async () => {
    const input = { idempotencyKey: newId('evt') };
    const first = await published('INTERNAL', 'Once', input);
    expect(await published('INTERNAL', 'Once', input)).toBe(first);
    expect(await texts('')).toEqual(['Once']);
  });

  it('is refused as a whole where a part of it is', async () => {
    const component = { name: 'Cart', status: 'OPERATIONAL' };
    const given = { components: [component, component], nextUpdateAt: at('11:00') };
    const answer = await publish('CUSTOMERS', 'Hm', given);
    expect(codes(answer)).toEqual(['COMPONENT_REPEATED', 'PROMISE_TIME_INVALID']);
    expect(answer).toMatchObject({ update: null, events: [] });
    expect(codes(await publish('INTERNAL', 'Hm', { status: 'RESOLVED' }))).toEqual([
      'PUBLIC_AUDIENCE_REQUIRED',
    ]);
    expect(await texts('')).toEqual([]);
  });

  const named = (name: string) => ({ name, status: 'OPERATIONAL' });
  it.each([
    ['too many components', Array(51).fill(named('Cart')), 'no more than 50'],
    ['a component without a name', [named(' ')], 'components.0.name: must be one line'],
    ['a name over two lines', [named('a\nb')], 'components.0.name: must be one line'],
    ['a long name', [named('a'.repeat(101))], 'components.0.name: must be one line'],
  ])('is bad input with %s', async (_, components, message) => {
    await expect(publish('STATUS_PAGE', 'Hm', { components })).rejects.toThrow(message);
  });
});

describe('the list of updates', () => {
  it('is newest first, by audience, and page by page', async () => {
    for (const text of ['one', 'two', 'three']) await publish('CUSTOMERS', text);
    await publish('INTERNAL', 'within');
    expect(await texts('')).toEqual(['within', 'three', 'two', 'one']);
    expect(await texts('(audience: CUSTOMERS, first: 2)')).toEqual(['three', 'two']);
    const { updates } = (await shown(
      'updates(audience: CUSTOMERS, first: 2) { pageInfo { hasNextPage endCursor } }',
    )) as { updates: { pageInfo: { hasNextPage: boolean; endCursor: string } } };
    expect(updates.pageInfo.hasNextPage).toBe(true);
    const after = `after: "${updates.pageInfo.endCursor}"`;
    expect(await texts(`(audience: CUSTOMERS, first: 2, ${after})`)).toEqual(['one']);
    expect(await texts('(last: 2)')).toEqual(['two', 'one']);
  });

  it('shows an update in its amended words', async () => {
    const entry = await published('STATUS_PAGE', 'We are investigaing');
    const newText = 'We are investigating';
    await send('amendEntry', { entry, newText, reason: 'Spelling' }, ada, '');
    expect(await shown('updates { nodes { text } }')).toEqual({
      updates: { nodes: [{ text: newText }] },
    });
  });

  it('leaves out what was retracted, unless it is asked for', async () => {
    const wrong = await published('INTERNAL', 'wrong');
    await publish('INTERNAL', 'right');
    await retract(wrong, 'Two things mixed up');
    expect(await texts('')).toEqual(['right']);
    const all = await shown(
      'updates(includeRetracted: true) { nodes { text retraction { reason retractedBy { name } retractedAt } } }',
    );
    expect(all).toEqual({
      updates: {
        nodes: [
          { text: 'right', retraction: null },
          {
            text: 'wrong',
            retraction: {
              reason: 'Two things mixed up',
              retractedBy: { name: 'Ada' },
              retractedAt: at('12:00'),
            },
          },
        ],
      },
    });
  });
});

describe('a retraction', () => {
  const status = 'publicStatus components { name status } latestUpdates { audience text }';
  const cart = (state: string) => ({ components: [{ name: 'Cart', status: state }] });

  it('lets the one before it stand again, in all that is told', async () => {
    await publish('STATUS_PAGE', 'down', { status: 'IDENTIFIED', ...cart('MAJOR_OUTAGE') });
    const wrong = await published('STATUS_PAGE', 'up', {
      status: 'RESOLVED',
      components: [
        { name: 'Cart', status: 'OPERATIONAL' },
        { name: 'Search', status: 'OPERATIONAL' },
      ],
    });
    expect(await shown(status)).toEqual({
      publicStatus: 'RESOLVED',
      components: [
        { name: 'Cart', status: 'OPERATIONAL' },
        { name: 'Search', status: 'OPERATIONAL' },
      ],
      latestUpdates: [{ audience: 'STATUS_PAGE', text: 'up' }],
    });
    expect((await retract(wrong)).events).toEqual([
      {
        type: 'UpdateRetracted',
        sentence: 'Ada retracted an update for readers of the status page: It was wrong',
      },
    ]);
    expect(await shown(status)).toEqual({
      publicStatus: 'IDENTIFIED',
      components: [{ name: 'Cart', status: 'MAJOR_OUTAGE' }],
      latestUpdates: [{ audience: 'STATUS_PAGE', text: 'down' }],
    });
  });

  it('of an earlier one leaves the latest, and of all of them none', async () => {
    const ids = [await published('CUSTOMERS', 'one'), await published('CUSTOMERS', 'two')];
    await publish('INTERNAL', 'within');
    await retract(ids[0] ?? '');
    expect(await shown('latestUpdates { text }')).toEqual({
      latestUpdates: [{ text: 'two' }, { text: 'within' }],
    });
    await retract(ids[1] ?? '');
    expect(await shown(status)).toEqual({
      publicStatus: null,
      components: [],
      latestUpdates: [{ audience: 'INTERNAL', text: 'within' }],
    });
  });

  it('is already true of what was retracted, and refused of what is no update here', async () => {
    const id = await published('CUSTOMERS', 'one');
    await retract(id);
    const again = await retract(id, 'Another reason');
    expect(again).toMatchObject({ update: { id }, events: [], refusals: [] });
    const note = await send('addNote', { text: 'No update' }, ada, 'events { id }');
    expect(codes(await retract((note.events[0] as unknown as { id: string }).id))).toEqual([
      'UPDATE_NOT_FOUND',
    ]);
    expect(codes(await retract(newId('evt')))).toEqual(['UPDATE_NOT_FOUND']);
    const other = await declare(ada.api);
    const elsewhere = await send('retractUpdate', { incident: other, update: id, reason: 'Hm' });
    expect(elsewhere).toMatchObject({ update: null, events: [] });
    expect(codes(elsewhere)).toEqual(['UPDATE_NOT_FOUND']);
  });

  it('is done once by twenty at the same time, beside twenty that publish', async () => {
    const id = await published('CUSTOMERS', 'first');
    const many = Array.from({ length: 20 }, (_, nth) => nth);
    const [retractions] = await Promise.all([
      Promise.all(many.map(() => retract(id))),
      Promise.all(many.map((nth) => publish('CUSTOMERS', `more ${nth}`))),
    ]);
    expect(retractions.flatMap(types)).toEqual(['UpdateRetracted']);
    const newest = await texts('(first: 1)');
    expect(await shown('latestUpdates { text }')).toEqual({ latestUpdates: [{ text: newest[0] }] });
    expect((await texts('(first: 100)')).length).toBe(20);
  });

  it('of the last ones at the same time leaves none', async () => {
    const ids = await Promise.all(['a', 'b', 'c', 'd'].map((text) => published('INTERNAL', text)));
    await Promise.all(ids.map((id) => retract(id)));
    expect(await shown('latestUpdates { text }')).toEqual({ latestUpdates: [] });
  });
});

describe('what each audience hears', () => {
  const kept = 'communications { audience latestUpdate { text } nextUpdateAt minutesSilent }';
  const of = async (audience: string) =>
    ((await shown(kept)) as { communications: { audience: string }[] }).communications.find(
      (one) => one.audience === audience,
    );

  it('is told with its silence, by the clock of the database', async () => {
    await clock('12:10');
    await publish('CUSTOMERS', 'one');
    await clock('12:25');
    expect(await shown(kept)).toEqual({
      communications: [
        { audience: 'INTERNAL', latestUpdate: null, nextUpdateAt: null, minutesSilent: 25 },
        { audience: 'STATUS_PAGE', latestUpdate: null, nextUpdateAt: null, minutesSilent: 25 },
        {
          audience: 'CUSTOMERS',
          latestUpdate: { text: 'one' },
          nextUpdateAt: null,
          minutesSilent: 15,
        },
      ],
    });
  });

  it('may be promised, and is fulfilled by the next update', async () => {
    expect(types(await promise('INTERNAL', '12:30'))).toEqual(['NextUpdatePromised']);
    expect(types(await promise('INTERNAL', '12:30'))).toEqual([]);
    await promise('INTERNAL', '12:20');
    await promise('CUSTOMERS', '13:00');
    expect(await of('INTERNAL')).toMatchObject({ nextUpdateAt: at('12:20') });
    await publish('INTERNAL', 'Here it is');
    expect(await of('INTERNAL')).toMatchObject({ nextUpdateAt: null });
    expect(await of('CUSTOMERS')).toMatchObject({ nextUpdateAt: at('13:00') });
  });

  it('is promised within seven days', async () => {
    const answer = await ada.api.send(
      'promiseUpdate',
      { incident, audience: 'INTERNAL', at: at('12:00') },
      'refusals { code path ... on PromiseTimeInvalid { after until } }',
    );
    expect(answer).toEqual({
      refusals: [
        {
          code: 'PROMISE_TIME_INVALID',
          path: ['input', 'at'],
          after: at('12:00'),
          until: `${date(7)}T12:00:00.000000Z`,
        },
      ],
    });
  });

  it('is no longer waited for once it is over', async () => {
    await promise('INTERNAL', '12:30');
    await send('resolveIncident', {}, ada, '');
    expect(await of('INTERNAL')).toMatchObject({ nextUpdateAt: null, minutesSilent: null });
    expect(codes(await promise('INTERNAL', '12:40'))).toEqual(['WRONG_PHASE']);
    expect(codes(await publish('INTERNAL', 'Lessons'))).toEqual([]);
  });
});

describe('a draft', () => {
  it('is rendered from what is known, and fits what was published', async () => {
    await send('takeCommand', {}, ada, '');
    await send(
      'assessScope',
      {
        extent: 'FEATURES',
        features: ['checkout'],
        affected: 'SUBSET',
        segments: [{ kind: 'ACCOUNT', values: ['Acme'] }],
        impactStartedAt: at('11:40'),
        impactStartSource: 'MONITORING',
      },
      ada,
      '',
    );
    await promise('STATUS_PAGE', '12:30');
    const draft = (audience: string, more = '') =>
      shown(
        `updateDraft(audience: ${audience}${more}) { text template { moment severities } variables { name value } }`,
      );
    const first = (await draft('STATUS_PAGE')) as {
      updateDraft: { text: string; variables: unknown[] };
    };
    expect(first).toMatchObject({
      updateDraft: {
        text: [
          'We are investigating a serious problem with checkout, and it has our full attention.',
          'It affects some users.',
          `It began at ${date()} 11:40 UTC.`,
          `Next update by ${date()} 12:30 UTC.`,
        ].join('\n'),
        template: { moment: 'FIRST', severities: ['SEV1', 'SEV2'] },
      },
    });
    expect(first.updateDraft.variables).toContainEqual({ name: 'commander', value: 'Ada' });
    expect(first.updateDraft.variables).toContainEqual({ name: 'impactMinutes', value: '20' });
    expect(first.updateDraft.variables).toContainEqual({ name: 'whatWasDone', value: null });
    await publish('STATUS_PAGE', first.updateDraft.text);
    expect(await draft('STATUS_PAGE')).toMatchObject({
      updateDraft: { template: { moment: 'PROGRESS' } },
    });
    expect(await draft('INTERNAL', ', moment: RESOLVED')).toMatchObject({
      updateDraft: { template: { moment: 'RESOLVED' } },
    });
  });

  it('is made from templates that can be read', async () => {
    const { updateTemplates } = await ada.api.ask<{ updateTemplates: unknown[] }>(
      '{ updateTemplates { audience moment text variables { name meaning isInternal } } }',
    );
    expect(updateTemplates.length).toBe(24);
    const one = await ada.api.ask<{ updateTemplates: unknown[] }>(
      '{ updateTemplates(audience: CUSTOMERS) { audience } }',
    );
    expect(one.updateTemplates).toEqual(Array(8).fill({ audience: 'CUSTOMERS' }));
  });
});

/** What the migration does to what is there already, by the owner of the tables. */
const backfill = async (): Promise<void> => {
  const file = join(import.meta.dirname, '../../migrations/1764000000011-communication.sql');
  const statements = readFileSync(file, 'utf8').match(/^(insert|update) .*?;/gms) ?? [];
  expect(statements.length).toBe(2);
  await database.owner.query(
    `begin; set local role bridgelog_owner; ${statements.join('')} commit`,
  );
};

describe('an incident from before updates had rows', () => {
  it('shows them, and goes on', async () => {
    const ids = [await published('INTERNAL', 'one'), await published('INTERNAL', 'two')];
    await send('declareContained', {}, ada, '');
    await database.owner.query('delete from bridgelog.updates');
    await database.owner.query(
      `update bridgelog.streams set state = (state::jsonb - 'promises' - 'firstContainedAt'
        - 'containedFor' - 'containmentsLost')::text where id = $1`,
      [incident],
    );
    await backfill();
    expect(await texts('')).toEqual(['two', 'one']);
    await retract(ids[1] ?? '');
    expect(await shown('latestUpdates { text }')).toEqual({ latestUpdates: [{ text: 'one' }] });
    await promise('INTERNAL', '12:30');
    await clock('12:10');
    await send('reportContainmentLost', { reason: 'Errors' }, ada, '');
    expect(await shown('containment { firstContainedAt lostCount minutesContained }')).toEqual({
      containment: { firstContainedAt: at('12:00'), lostCount: 1, minutesContained: 10 },
    });
  });
});

describe('another organization', () => {
  it('sees no update, and retracts none', async () => {
    const id = await published('CUSTOMERS', 'ours');
    const theirs = await TestApp.start(database);
    try {
      const eve = await theirs.person('Eve');
      const input = { update: id, reason: 'Hm' };
      expect(codes(await send('retractUpdate', input, eve))).toEqual(['INCIDENT_NOT_FOUND']);
      const own = await declare(eve.api);
      expect(codes(await send('retractUpdate', { ...input, incident: own }, eve))).toEqual([
        'UPDATE_NOT_FOUND',
      ]);
      expect(await texts('')).toEqual(['ours']);
    } finally {
      await theirs.close();
    }
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { declare, TestApp, type Person } from '../support/app.js';
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

type Recorded = { events: { id: string; sentence: string }[]; refusals: object[] };
const recorded =
  'events { id sentence } refusals { code path ... on EvidenceUnknown { evidence } }';
const start = (time: string, impactStartSource = 'MONITORING') => ({
  impactStartedAt: `2026-03-01T${time}:00.000000Z`,
  impactStartSource,
});
const send = (mutation: string, input: object) => ada.api.send<Recorded>(mutation, input, recorded);
const assess = (incident: string, input: object = {}) =>
  send('assessScope', { incident, extent: 'WHOLE_APP', affected: 'ALL_USERS', ...input });
const correct = (incident: string, input: object) =>
  send('correctImpactStart', { incident, reason: 'As the metrics say', ...input });
const ask = async (incident: string, fields: string): Promise<unknown> =>
  (await ada.api.ask<{ incident: unknown }>(`{ incident(id: "${incident}") { ${fields} } }`))
    .incident;

describe('correctImpactStart', () => {
  it('moves the start and leaves the assessment; the last one to state it stands', async () => {
    const incident = await declare(ada.api);
    await assess(incident, { ...start('11:30', 'REPORT'), estimate: 7 });
    const { events } = await correct(incident, start('11:42'));
    expect(events.map(({ sentence }) => sentence)).toEqual([
      'Ada corrected the start of the impact from 2026-03-01 11:30 UTC to 2026-03-01 11:42 UTC: As the metrics say',
    ]);
    const fields = 'impactStartedAt impactStartSource scope { estimate }';
    expect(await ask(incident, fields)).toEqual({ ...start('11:42'), scope: { estimate: 7 } });
    await assess(incident, start('11:50'));
    expect(await ask(incident, fields)).toEqual({ ...start('11:50'), scope: { estimate: null } });
  });

  it('is recorded once by twenty at a time', async () => {
    const incident = await declare(ada.api);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => correct(incident, start('11:42'))),
    );
    expect(answers.flatMap(({ events }) => events)).toHaveLength(1);
    expect(answers.flatMap(({ refusals }) => refusals)).toEqual([]);
  });

  it('is refused for a start ahead, and for evidence that is not of this incident', async () => {
    const [incident, other] = [await declare(ada.api), await declare(ada.api)];
    const ahead = await correct(incident, start('12:06'));
    expect(ahead).toEqual({
      events: [],
      refusals: [{ code: 'SCOPE_INCONSISTENT', path: ['input', 'impactStartedAt'] }],
    });
    const [mine] = (await send('addNote', { incident, text: 'Mine' })).events;
    const [foreign] = (await send('addNote', { incident: other, text: 'Foreign' })).events;
    const unknown = [foreign?.id ?? '', newId('evt')];
    const refusals = [{ code: 'EVIDENCE_UNKNOWN', path: ['input', 'evidence'], evidence: unknown }];
    const evidence = [mine?.id, ...unknown];
    expect(await correct(incident, { ...start('11:42'), evidence })).toEqual({
      events: [],
      refusals,
    });
    expect(await assess(incident, { evidence })).toEqual({ events: [], refusals });
    const accepted = await correct(incident, { ...start('11:42'), evidence: [mine?.id] });
    expect(accepted.refusals).toEqual([]);
  });
});

describe('the revisions of a scope', () => {
  it('are listed oldest first, page by page', async () => {
    const incident = await declare(ada.api);
    await correct(incident, start('11:30'));
    await send('addNote', { incident, text: 'Between' });
    for (const estimate of [1, 2]) await assess(incident, { estimate });
    const node = '__typename ... on ScopeAssessed { estimate }';
    const list = `nodes { ${node} } pageInfo { hasNextPage endCursor startCursor }`;
    type Page = {
      scopeRevisions: {
        nodes: object[];
        pageInfo: { hasNextPage: boolean; endCursor: string; startCursor: string };
      };
    };
    const page = async (args: string) =>
      ((await ask(incident, `scopeRevisions(${args}) { ${list} }`)) as Page).scopeRevisions;
    const first = await page('first: 2');
    expect(first.nodes).toEqual([
      { __typename: 'ImpactStartCorrected' },
      { __typename: 'ScopeAssessed', estimate: 1 },
    ]);
    const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
    expect(second.nodes).toEqual([{ __typename: 'ScopeAssessed', estimate: 2 }]);
    expect([first, second].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
    const back = await page(`last: 1, before: "${second.pageInfo.startCursor}"`);
    expect(back.nodes).toEqual([{ __typename: 'ScopeAssessed', estimate: 1 }]);
  });

  it('are compared: the last two, or any two by number or event', async () => {
    const incident = await declare(ada.api);
    const regions = (...values: string[]) => ({
      ...{ extent: 'FEATURES', features: ['checkout'], affected: 'SUBSET' },
      segments: [{ kind: 'REGION', values }],
    });
    const first = await assess(incident, regions('eu-west', 'eu-north'));
    const diff = 'sentence from { id } to { id } features { added removed }';
    expect(await ask(incident, `scopeDiff { ${diff} }`)).toEqual({ scopeDiff: null });
    await assess(incident, { ...regions('eu-west', 'us'), estimate: 10, ...start('11:30') });
    const third = await correct(incident, start('11:20'));
    const [from, to] = [{ id: first.events[0]?.id }, { id: third.events[0]?.id }];
    const last = await ask(
      incident,
      `scopeDiff { sentence to { id } extent { before after } segments { kind }
        impactStartedAt { before after } estimate { before after } }`,
    );
    expect(last).toEqual({
      scopeDiff: {
        sentence: 'The impact began earlier than was thought',
        ...{ to, extent: null, segments: [], estimate: null },
        impactStartedAt: {
          before: start('11:30').impactStartedAt,
          after: start('11:20').impactStartedAt,
        },
      },
    });
    const all = `scopeDiff(from: { event: "${String(from.id)}" }, to: { number: 3 }) {
      ${diff} segments { kind added removed } estimate { before after } }`;
    expect(await ask(incident, all)).toEqual({
      scopeDiff: {
        sentence:
          'The scope is wider in one respect and narrower in another, and the start of the impact became known',
        ...{ from, to, features: { added: [], removed: [] } },
        segments: [{ kind: 'REGION', added: ['us'], removed: ['eu-north'] }],
        estimate: { before: null, after: 10 },
      },
    });
    const unknown = `scopeDiff(from: { number: 1 }, to: { number: 4 }) { sentence }`;
    expect(await ask(incident, unknown)).toEqual({ scopeDiff: null });
    const other = await declare(ada.api);
    const foreign = `scopeDiff(from: { event: "${String(from.id)}" }, to: { number: 1 }) { sentence }`;
    await assess(other);
    expect(await ask(other, foreign)).toEqual({ scopeDiff: null });
  });
});

describe('incidents from before revisions were kept', () => {
  const file = join(import.meta.dirname, '../../migrations/1764000000008-changes.sql');
  const [, catchUp = ''] = readFileSync(file, 'utf8').split('-- What incidents that were declared');

  it('have the revisions that their assessments made', async () => {
    const [assessed, bare] = [await declare(ada.api), await declare(ada.api)];
    await assess(assessed);
    await assess(assessed, start('11:30', 'REPORT'));
    await assess(assessed, { estimate: 5 });
    const kept = async () => {
      const { rows } = await database.owner.query<object>(
        `select s.id, s.state::jsonb as state, (select jsonb_agg(to_jsonb(r) order by r.number)
            from bridgelog.scope_revisions r where r.incident = s.id) as revisions
          from bridgelog.streams s where s.id = any ($1::text[]) order by s.id`,
        [[assessed, bare]],
      );
      return rows;
    };
    const before = await kept();
    expect(before).toMatchObject([{ revisions: { length: 3 } }, { revisions: null }]);
    await database.owner.query(
      `begin; delete from bridgelog.scope_revisions; update bridgelog.streams set state =
        (state::jsonb - 'scopeRevisions' - 'impactStartSource')::text; --${catchUp}; commit`,
    );
    expect(await kept()).toEqual(before);
  });
});

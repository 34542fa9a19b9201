import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../../src/drill/api-client.js';
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
  readonly events: readonly { readonly sentence: string; readonly type: string }[];
  readonly finding?: { readonly id: string } | null;
  readonly refusals: readonly { readonly code: string }[];
};
const fields = `events { sentence type }
  refusals { code path ... on ReviewStartedAlready { lead { name } } }`;
const send = (mutation: string, input: object, api = ada.api): Promise<Recorded> =>
  api.send<Recorded>(mutation, input, fields);
const sendFinding = (mutation: string, input: object, api = ada.api): Promise<Recorded> =>
  api.send<Recorded>(
    mutation,
    input,
    `${fields} finding {
      id kind text evidence recordedBy { name } revisedBy { name } withdrawnBy { name }
      withdrawalReason incident { id } }`,
  );
const resolved = async (input: object = {}): Promise<string> => {
  const incident = await declare(ada.api, input);
  await ada.api.send('resolveIncident', { incident }, 'position');
  return incident;
};
const reviewOf = async (incident: string, api: ApiClient = ada.api): Promise<unknown> => {
  const answer = await api.ask<{ incident: { review: unknown } | null }>(
    `query ($incident: ID!) { incident(id: $incident) { review {
      state lead { name } dueAt startedBy { name } latestEdition { edition text url }
      editions { nodes { edition text publishedBy { name } } } } } }`,
    { incident },
  );
  return answer.incident?.review;
};

describe('a review', () => {
  it('is started, handed over, and published edition by edition', async () => {
    const incident = await resolved();
    expect(await reviewOf(incident)).toBeNull();
    expect(await send('startReview', { incident })).toMatchObject({
      events: [{ sentence: 'Ada started the review, led by Ada' }],
    });
    expect((await send('startReview', { incident })).events).toEqual([]);
    expect(await send('startReview', { incident }, grace.api)).toMatchObject({
      refusals: [{ code: 'REVIEW_STARTED', lead: { name: 'Ada' } }],
    });
    const handedOver = { incident, lead: grace.member, dueAt: '2026-03-09T12:00:00Z' };
    expect(await send('changeReview', handedOver)).toMatchObject({
      events: [
        {
          sentence:
            'Ada handed the review from Ada to Grace, to be published by 2026-03-09 12:00 UTC',
        },
      ],
    });
    expect((await send('changeReview', handedOver)).events).toEqual([]);
    const url = 'https://docs.example.com/7';
    await send('publishReview', { incident, text: 'A rule\nused all CPU', url }, grace.api);
    const again = { incident, text: 'A rule used all CPU, everywhere' };
    expect(await send('publishReview', again)).toMatchObject({
      events: [
        { sentence: 'Ada published edition 2 of the review: A rule used all CPU, everywhere' },
      ],
    });
    expect((await send('publishReview', again)).events).toEqual([]);
    expect(await reviewOf(incident)).toEqual({
      state: 'PUBLISHED',
      lead: { name: 'Grace' },
      dueAt: '2026-03-09T12:00:00.000000Z',
      startedBy: { name: 'Ada' },
      latestEdition: { edition: 2, text: 'A rule used all CPU, everywhere', url: null },
      editions: {
        nodes: [
          { edition: 2, text: 'A rule used all CPU, everywhere', publishedBy: { name: 'Ada' } },
          { edition: 1, text: 'A rule\nused all CPU', publishedBy: { name: 'Grace' } },
        ],
      },
    });
  });

  it('is refused while users are hurt, but not in retrospect, nor after a reopening', async () => {
    const incident = await declare(ada.api);
    expect(await send('startReview', { incident })).toMatchObject({
      refusals: [{ code: 'WRONG_PHASE' }],
    });
    expect(await send('publishReview', { incident, text: 'x' })).toMatchObject({
      refusals: [{ code: 'REVIEW_NOT_STARTED' }],
    });
    const past = await declare(ada.api, { mode: 'RETROSPECTIVE' });
    expect((await send('startReview', { incident: past })).refusals).toEqual([]);
    const reopened = await resolved();
    await send('startReview', { incident: reopened });
    await send('reopenIncident', { incident: reopened, reason: 'It is back' });
    const handedOver = { incident: reopened, lead: grace.member };
    expect((await send('changeReview', handedOver)).refusals).toEqual([]);
  });

  it('is led by a responder: a tool names one, and nobody names a viewer', async () => {
    const bot = await app.tool('Bot');
    const viewer = await app.person('Vera', 'VIEWER');
    const incident = await resolved();
    expect(await send('startReview', { incident }, bot)).toMatchObject({
      refusals: [{ code: 'PERSON_REQUIRED' }],
    });
    expect(await send('startReview', { incident, lead: viewer.member })).toMatchObject({
      refusals: [{ code: 'NOT_A_RESPONDER', path: ['input', 'lead'] }],
    });
    expect(await send('startReview', { incident, lead: grace.member }, bot)).toMatchObject({
      events: [{ sentence: 'Bot started the review, led by Grace' }],
    });
  });

  it('is led by one, when twenty start it at once', async () => {
    const incident = await resolved();
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, n) => app.person(`Reviewer ${n}`)),
    );
    const answers = await Promise.all(
      people.map(({ api }) => send('startReview', { incident }, api)),
    );
    expect(answers.filter(({ events }) => events.length === 1)).toHaveLength(1);
    const refused = answers.flatMap(({ refusals }) => refusals.map(({ code }) => code));
    expect(refused).toEqual(Array.from({ length: 19 }, () => 'REVIEW_STARTED'));
  });

  it('counts its editions, when twenty are published at once', async () => {
    const incident = await resolved();
    await send('startReview', { incident });
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => send('publishReview', { incident, text: `By ${n}` })),
    );
    expect(await reviewOf(incident)).toMatchObject({
      editions: {
        nodes: Array.from({ length: 20 }, (_, n) => expect.objectContaining({ edition: 20 - n })),
      },
    });
  });

  it('of a restricted incident is seen by its lead, and by nobody else who was not told', async () => {
    const otto = await app.person('Otto');
    const incident = await resolved({ restricted: true });
    expect(await reviewOf(incident, grace.api)).toBeUndefined();
    const started = await send('startReview', { incident, lead: grace.member });
    expect(started.events.map(({ type }) => type)).toEqual(['ReviewStarted', 'SightGranted']);
    expect(await reviewOf(incident, grace.api)).toMatchObject({ lead: { name: 'Grace' } });
    expect(await reviewOf(incident, otto.api)).toBeUndefined();
    const later = await resolved();
    await send('startReview', { incident: later, lead: grace.member });
    await send('restrictIncident', { incident: later });
    expect(await reviewOf(later, grace.api)).toMatchObject({ lead: { name: 'Grace' } });
  });
});

describe('findings', () => {
  it('are recorded at any time, revised and withdrawn', async () => {
    const incident = await declare(ada.api);
    const note = await ada.api.send<{ events: { id: string }[] }>(
      'addNote',
      { incident, text: 'CPU is at 100 %' },
      'events { id }',
    );
    const evidence = note.events.map(({ id }) => id);
    const finding = newId('fnd');
    const found = { incident, finding, kind: 'TRIGGER', text: 'A new rule', evidence };
    expect(await sendFinding('recordFinding', found)).toMatchObject({
      events: [{ sentence: 'Ada recorded the trigger: A new rule' }],
      finding: { id: finding, kind: 'TRIGGER', evidence, recordedBy: { name: 'Ada' } },
    });
    expect((await sendFinding('recordFinding', found)).events).toEqual([]);
    const better = { incident, finding, text: 'A rule without a limit' };
    expect(await sendFinding('reviseFinding', better, grace.api)).toMatchObject({
      events: [{ sentence: 'Grace revised the trigger: A rule without a limit' }],
      finding: { text: 'A rule without a limit', evidence, revisedBy: { name: 'Grace' } },
    });
    const withdrawn = { incident, finding, reason: 'It had one' };
    expect(await sendFinding('withdrawFinding', withdrawn)).toMatchObject({
      events: [{ sentence: 'Ada withdrew the finding "A rule without a limit": It had one' }],
      finding: { withdrawnBy: { name: 'Ada' }, withdrawalReason: 'It had one' },
    });
    expect((await sendFinding('withdrawFinding', withdrawn)).events).toEqual([]);
    expect(await sendFinding('reviseFinding', better)).toMatchObject({
      refusals: [{ code: 'FINDING_WITHDRAWN', path: ['input', 'finding'] }],
    });
  });

  it('are named by how they begin, if they are long', async () => {
    const incident = await declare(ada.api);
    const finding = newId('fnd');
    const text = `The rule backtracks\n${'very '.repeat(40)}far`;
    await sendFinding('recordFinding', { incident, finding, kind: 'TRIGGER', text });
    const { events } = await sendFinding('withdrawFinding', { incident, finding });
    const begins = `The rule backtracks ${'very '.repeat(12).trim()}`;
    expect(events).toMatchObject([{ sentence: `Ada withdrew the finding "${begins}…"` }]);
  });

  it('are listed by kind, page by page, withdrawn ones if asked for', async () => {
    const incident = await declare(ada.api);
    const record = async (kind: string, text: string) =>
      (await sendFinding('recordFinding', { incident, kind, text })).finding?.id ?? '';
    const [a, b, c] = [
      await record('WENT_WELL', 'a'),
      await record('GOT_LUCKY', 'b'),
      await record('WENT_WELL', 'c'),
    ];
    await sendFinding('withdrawFinding', { incident, finding: a });
    const page = async (args: string) => {
      const answer = await ada.api.ask<{
        incident: { findings: { nodes: { id: string }[]; pageInfo: { endCursor: string } } };
      }>(
        `query ($incident: ID!) { incident(id: $incident) {
          findings${args} { nodes { id } pageInfo { endCursor } } } }`,
        { incident },
      );
      const { nodes, pageInfo } = answer.incident.findings;
      return { ids: nodes.map(({ id }) => id), cursor: pageInfo.endCursor };
    };
    expect((await page('')).ids).toEqual([b, c]);
    expect((await page('(where: { includeWithdrawn: true })')).ids).toEqual([a, b, c]);
    expect((await page('(where: { kind: [WENT_WELL] })')).ids).toEqual([c]);
    const first = await page('(first: 1)');
    expect(first.ids).toEqual([b]);
    expect((await page(`(first: 1, after: "${first.cursor}")`)).ids).toEqual([c]);
    expect((await page('(last: 1)')).ids).toEqual([c]);
  });

  it('of one incident are nothing to another, and rest on entries that there are', async () => {
    const [one, other] = [await declare(ada.api), await declare(ada.api)];
    const found = { incident: one, kind: 'OTHER', text: 'x' };
    const finding = (await sendFinding('recordFinding', found)).finding?.id;
    for (const mutation of ['reviseFinding', 'withdrawFinding'])
      expect(await sendFinding(mutation, { incident: other, finding })).toMatchObject({
        refusals: [{ code: 'FINDING_NOT_FOUND' }],
      });
    expect(
      await sendFinding('recordFinding', { ...found, incident: other, finding }),
    ).toMatchObject({ refusals: [{ code: 'FINDING_EXISTS' }] });
    expect(
      await sendFinding('recordFinding', { ...found, evidence: [newId('evt')] }),
    ).toMatchObject({ refusals: [{ code: 'EVIDENCE_UNKNOWN' }], finding: null });
  });

  it('are hidden with their incident, and from other organizations', async () => {
    const otto = await app.person('Olga');
    const incident = await declare(ada.api, { restricted: true });
    const found = { incident, kind: 'OTHER', text: 'x' };
    const id = (await sendFinding('recordFinding', found)).finding?.id;
    const query = 'query ($id: ID!) { node(id: $id) { id } }';
    expect(await ada.api.ask(query, { id })).toEqual({ node: { id } });
    expect(await otto.api.ask(query, { id })).toEqual({ node: null });
    const elsewhere = await TestApp.start(database);
    const eve = await elsewhere.person('Eve', 'ADMIN');
    expect(await eve.api.ask(query, { id })).toEqual({ node: null });
    await elsewhere.close();
  });
});

describe('incidents by review', () => {
  const listed = async (where: string, api = ada.api, page = 'first: 200'): Promise<string[]> => {
    const { incidentsByReview } = await api.ask<{
      incidentsByReview: { nodes: { id: string }[] };
    }>(`{ incidentsByReview(where: { ${where} }, ${page}) { nodes { id } } }`);
    return incidentsByReview.nodes.map(({ id }) => id);
  };

  it('tell what was not reviewed, is reviewed and was', async () => {
    const lin = await app.person('Lin');
    const mode = 'DRILL';
    const bad = await resolved({ mode, severity: 'SEV1' });
    const small = await resolved({ mode, severity: 'SEV4' });
    const live = await declare(ada.api, { mode, severity: 'SEV1' });
    const [open, over] = [await resolved({ mode }), await resolved({ mode })];
    const restricted = await resolved({ mode, restricted: true });
    const led = { lead: lin.member, dueAt: '2026-03-05T12:00:00Z' };
    await send('startReview', { incident: open, ...led });
    await send('startReview', { incident: over });
    await send('publishReview', { incident: over, text: 'So' });
    const drills = 'mode: [DRILL]';
    expect(await listed(drills)).toEqual([restricted, over, open, live, small, bad]);
    expect(await listed(`${drills}, review: [NONE]`)).toEqual([restricted, live, small, bad]);
    expect(await listed(`${drills}, review: [NONE]`, lin.api)).toEqual([live, small, bad]);
    expect(
      await listed(`${drills}, review: [NONE], severity: [SEV1], phase: [RESOLVED, CLOSED]`),
    ).toEqual([bad]);
    expect(await listed(`${drills}, review: [STARTED]`)).toEqual([open]);
    expect(await listed(`${drills}, review: [PUBLISHED]`)).toEqual([over]);
    expect(await listed(`lead: "${lin.member}"`)).toEqual([open]);
    expect(await listed(`${drills}, dueBefore: "2026-03-05T12:00:01Z"`)).toEqual([open]);
    expect(await listed(`${drills}, dueBefore: "2026-03-05T12:00:00Z"`)).toEqual([]);
    expect(await listed(drills, ada.api, 'last: 2')).toEqual([small, bad]);
  });
});

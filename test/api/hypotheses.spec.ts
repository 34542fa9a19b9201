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
  events: { sentence: string }[];
  hypothesis: { id: string; statement: string; status: string } | null;
  refusals: { code: string }[];
  replayed: boolean;
};
const answer = `events { sentence } hypothesis { id statement status } replayed
  refusals { code path ... on HypothesisRefused { hypothesis } ... on CheckRefused { check } }`;
const send = (by: Person, mutation: string, input: object) =>
  by.api.send<Recorded>(mutation, input, answer);
const raise = async (incident: string, statement: string): Promise<string> => {
  const { hypothesis } = await send(ada, 'raiseHypothesis', { incident, statement });
  if (hypothesis === null) throw new Error('it was not raised');
  return hypothesis.id;
};

const list = `query ($incident: ID!) { incident(id: $incident) { hypotheses {
  statement status raisedBy { name } raisedAt latestStep { sentence }
  steps { __typename actor { name } ... on HypothesisRuledOut { reason evidence
    linked { checks actions changes } } } } } }`;
type Listed = { incident: { hypotheses: { statement: string; steps: object[] }[] } };

/** The id of a new entry of the log. */
const noted = async (incident: string): Promise<string> => {
  const note = { incident, text: 'See the graphs' };
  const { events } = await ada.api.send<{ events: { id: string }[] }>(
    'addNote',
    note,
    'events { id }',
  );
  return events[0]?.id ?? '';
};

describe('a hypothesis', () => {
  it('is raised, supported and ruled out, and shows how it came to stand', async () => {
    await database.setClock('2026-03-01T12:00:00Z', 0);
    const incident = await declare(ada.api);
    const attack = await raise(incident, 'An attack');
    const flag = await raise(incident, 'The new cart');
    const hunch = { incident, hypothesis: attack, reason: 'Strange clients' };
    expect(await send(bob, 'supportHypothesis', hunch)).toMatchObject({
      events: [{ sentence: 'Bob supported "An attack": Strange clients' }],
      hypothesis: { id: attack, status: 'SUPPORTED' },
    });
    const evidence = [await noted(incident)];
    const linked = { checks: ['database'], actions: [newId('act')], changes: [newId('chg')] };
    const against = { incident, hypothesis: attack, reason: 'They are ours', evidence, linked };
    expect(await send(ada, 'ruleOutHypothesis', against)).toMatchObject({
      events: [{ sentence: 'Ada ruled out "An attack": They are ours' }],
      hypothesis: { status: 'RULED_OUT' },
    });
    expect(await send(bob, 'ruleOutHypothesis', against)).toMatchObject({
      events: [],
      refusals: [],
    });
    const raised = { __typename: 'HypothesisRaised', actor: { name: 'Ada' } };
    const shown = { raisedBy: { name: 'Ada' }, raisedAt: '2026-03-01T12:00:00.000000Z' };
    expect(await ada.api.ask(list, { incident })).toEqual({
      incident: {
        hypotheses: [
          {
            ...shown,
            ...{ statement: 'The new cart', status: 'OPEN' },
            latestStep: { sentence: 'Ada raised the hypothesis "The new cart"' },
            steps: [raised],
          },
          {
            ...shown,
            ...{ statement: 'An attack', status: 'RULED_OUT' },
            latestStep: { sentence: 'Ada ruled out "An attack": They are ours' },
            steps: [
              raised,
              { __typename: 'HypothesisSupported', actor: { name: 'Bob' } },
              {
                ...{ __typename: 'HypothesisRuledOut', actor: { name: 'Ada' } },
                ...{ reason: 'They are ours', evidence, linked },
              },
            ],
          },
        ],
      },
    });
    const confirmation = { incident, hypothesis: flag, reason: 'It stopped' };
    expect(await send(ada, 'confirmHypothesis', confirmation)).toMatchObject({
      events: [{ sentence: 'Ada confirmed "The new cart": It stopped' }],
      hypothesis: { status: 'CONFIRMED' },
    });
  });

  it('may be seen otherwise again and again, and shows its latest fifty steps', async () => {
    const incident = await declare(ada.api);
    const hypothesis = await raise(incident, 'A bug');
    const moves = ['supportHypothesis', 'ruleOutHypothesis', 'confirmHypothesis'];
    for (let n = 0; n < 53; n += 1) {
      const input = { incident, hypothesis, reason: `Reason ${n}` };
      const { events } = await send(ada, moves[n % 3] ?? '', input);
      expect(events).toHaveLength(1);
    }
    const { incident: found } = await ada.api.ask<Listed>(list, { incident });
    expect(found.hypotheses[0]?.steps).toHaveLength(50);
    expect(found.hypotheses[0]?.steps.at(-1)).toMatchObject({ reason: 'Reason 52' });
  });

  it('with a long statement is called by its beginning', async () => {
    const incident = await declare(ada.api);
    const hypothesis = await raise(incident, `Because ${'🔥'.repeat(400)}`);
    const { events } = await send(ada, 'supportHypothesis', {
      ...{ incident, hypothesis, reason: 'Smoke' },
    });
    expect(events).toEqual([{ sentence: `Ada supported "Because ${'🔥'.repeat(92)}…": Smoke` }]);
  });

  it('is found as a node, and hidden from another organization', async () => {
    const incident = await declare(ada.api);
    const id = await raise(incident, 'An attack');
    const query = 'query ($id: ID!) { node(id: $id) { id ... on Hypothesis { statement } } }';
    expect(await ada.api.ask(query, { id })).toEqual({ node: { id, statement: 'An attack' } });
    const elsewhere = await TestApp.start(database);
    const stranger = await elsewhere.person('Stranger', 'ADMIN');
    expect(await stranger.api.ask(query, { id })).toEqual({ node: null });
    const said = { incident: await declare(stranger.api), hypothesis: id, reason: 'Mine' };
    expect(await send(stranger, 'confirmHypothesis', said)).toMatchObject({
      hypothesis: null,
      refusals: [{ code: 'HYPOTHESIS_NOT_FOUND', hypothesis: id }],
    });
    await elsewhere.close();
  });
});

describe('raising a hypothesis', () => {
  it('with an id of your own, twice, raises one', async () => {
    const incident = await declare(ada.api);
    const input = { incident, hypothesis: newId('hyp'), statement: 'An attack' };
    expect((await send(ada, 'raiseHypothesis', input)).events).toHaveLength(1);
    expect(await send(bob, 'raiseHypothesis', input)).toMatchObject({
      events: [],
      hypothesis: { id: input.hypothesis },
      refusals: [],
    });
    const other = await send(bob, 'raiseHypothesis', { ...input, statement: 'A bug' });
    expect(other.refusals).toMatchObject([{ code: 'HYPOTHESIS_EXISTS' }]);
  });

  it('with one id in two incidents, raises it in one of them', async () => {
    const incidents = [await declare(ada.api), await declare(ada.api)];
    const hypothesis = newId('hyp');
    const answers = await Promise.all(
      incidents.map((incident) =>
        send(ada, 'raiseHypothesis', { incident, hypothesis, statement: 'An attack' }),
      ),
    );
    const codes = answers.map(({ refusals }) => refusals.map(({ code }) => code));
    expect(codes.toSorted()).toEqual([[], ['HYPOTHESIS_EXISTS']]);
    const loser = incidents[codes.findIndex((one) => one.length > 0)];
    const said = { incident: loser, hypothesis, reason: 'I think so' };
    expect((await send(ada, 'supportHypothesis', said)).refusals).toMatchObject([
      { code: 'HYPOTHESIS_NOT_FOUND' },
    ]);
  });

  it('by a repeated idempotency key leads to the one that was raised', async () => {
    const incident = await declare(ada.api);
    const input = { incident, statement: 'An attack', idempotencyKey: 'raise-1' };
    const first = await send(ada, 'raiseHypothesis', input);
    const again = await send(ada, 'raiseHypothesis', input);
    expect(again).toEqual({ ...first, replayed: true });
    const key = { incident, hypothesis: first.hypothesis?.id, reason: 'Seen' };
    await send(ada, 'supportHypothesis', { ...key, idempotencyKey: 'say-1' });
    const other = await send(ada, 'confirmHypothesis', { ...key, idempotencyKey: 'say-1' });
    expect(other.refusals).toMatchObject([{ code: 'KEY_REUSED' }]);
  });

  it('is refused beyond a hundred, also at once', async () => {
    const incident = await declare(ada.api);
    const answers = [];
    for (let round = 0; round < 6; round += 1)
      answers.push(
        ...(await Promise.all(
          Array.from({ length: 18 }, (_, n) =>
            send(bob, 'raiseHypothesis', { incident, statement: `Guess ${round} ${n}` }),
          ),
        )),
      );
    const refusals = answers.flatMap((one) => one.refusals.map(({ code }) => code));
    expect(refusals).toEqual(Array.from({ length: 8 }, () => 'TOO_MANY_HYPOTHESES'));
    const { incident: found } = await ada.api.ask<Listed>(list, { incident });
    expect(found.hypotheses).toHaveLength(100);
  });

  it('names checks that the incident has', async () => {
    const incident = await declare(ada.api);
    const input = { incident, statement: 'A bug', linked: { checks: ['database', 'queues'] } };
    expect((await send(ada, 'raiseHypothesis', input)).refusals).toMatchObject([
      { code: 'CHECK_NOT_FOUND', check: 'queues', path: ['input', 'linked', 'checks'] },
    ]);
  });

  it.each([
    { statement: '' },
    { statement: 'two\nlines' },
    { statement: 'x'.repeat(501) },
    { hypothesis: 'act_01h455vb4pex5vsknk084sn02q', statement: 'It' },
    { statement: 'It', linked: { actions: ['mine'] } },
    { statement: 'It', linked: { checks: ['No key'] } },
  ])('is bad input: %j', async (input) => {
    const incident = await declare(ada.api);
    await expect(send(ada, 'raiseHypothesis', { incident, ...input })).rejects.toThrow(/input/);
  });
});

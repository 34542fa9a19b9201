import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { newId } from '../../src/platform/ids.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';
import { sampleOperations, type SampleOperation } from '../support/sample-input.js';

let database: TestDatabase;
let app: TestApp;
let ada: Person;
let gus: Person;
let operations: ReadonlyMap<string, SampleOperation>;
let subscriptions: readonly string[];

beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  [ada, gus] = [await app.person('Ada'), await app.person('Gus', 'GUEST')];
  const asked = await ada.api.ask<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true }));
  const schema = buildClientSchema(asked);
  operations = sampleOperations(schema);
  subscriptions = Object.keys(schema.getSubscriptionType()?.getFields() ?? {});
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

/** Why nothing was answered; null if it was. */
const failure = (by: Person, { document, variables }: SampleOperation): Promise<string | null> =>
  by.api.ask(document, variables).then(
    () => null,
    (error: unknown) => String(error),
  );

describe('what is open to guests', () => {
  it('is to read their incidents, to work on them and to write in their log', async () => {
    const open: string[] = [];
    for (const [name, operation] of operations) {
      const refused = await failure(gus, operation);
      if (refused?.includes('This is not open to guests') !== true) open.push(name);
    }
    expect(open).toEqual([
      ...['alreadyTried', 'change', 'changes', 'followUps', 'incident', 'incidents'],
      ...['incidentsByReference', 'node', 'nodes', 'nudges', 'viewer'],
      ...['addCheck', 'addNote', 'assessScope', 'attachEvidence', 'clearChange', 'completeCheck'],
      ...['completeFollowUp'],
      ...['confirmHypothesis', 'correctImpactStart', 'extendAction', 'finishAction'],
      ...['implicateChange', 'proposeAction', 'raiseHypothesis', 'recordBatch'],
      ...['reportContainmentLost', 'reviseCheck', 'ruleOutHypothesis', 'skipCheck', 'startAction'],
      ...['startCheck', 'supportHypothesis', 'withdrawAction'],
    ]);
    // Held to the sight of the subscriber, event by event.
    expect(subscriptions).toEqual(['events', 'nudges']);
  });

  it('is asked of each command of a batch', async () => {
    const incident = await declare(ada.api);
    await ada.api.send('grantSight', { incident, viewer: { member: gus.member } }, 'position');
    const items = [
      { addNote: { incident, text: 'We see it, too' } },
      { takeCommand: { incident } },
      { inviteMember: { name: 'Mallory', role: 'ADMIN' } },
    ];
    const fields = 'results { recorded { events { sentence } } error { code message } }';
    const closed = { code: 'FORBIDDEN', message: 'This is not open to guests' };
    expect(await gus.api.send('recordBatch', { items }, fields)).toEqual({
      results: [
        { recorded: { events: [{ sentence: 'Gus noted: We see it, too' }] }, error: null },
        { recorded: null, error: closed },
        { recorded: null, error: closed },
      ],
    });
  });
});

describe('a guest at work', () => {
  const send = (by: Person, mutation: string, input: object) =>
    by.api.send<{ events: { sentence: string }[]; refusals: { code: string }[] }>(
      mutation,
      input,
      'events { sentence } refusals { code }',
    );

  it('looks into the cause, and does what is to be done', async () => {
    const incident = await declare(ada.api);
    const [action, hypothesis, change] = [newId('act'), newId('hyp'), newId('chg')];
    await send(ada, 'grantSight', { incident, viewer: { member: gus.member } });
    const deploy = { kind: 'DEPLOY', title: 'The cache', startedAt: '2026-03-01T11:50:00Z' };
    await send(ada, 'recordChange', { change, ...deploy });
    await send(ada, 'linkChange', { incident, change });
    const target = 'service/cache';
    const work: readonly (readonly [string, object])[] = [
      ['attachEvidence', { evidence: { link: { url: 'https://example.com/graph' } } }],
      ['raiseHypothesis', { hypothesis, statement: 'The cache is stale' }],
      ['ruleOutHypothesis', { hypothesis, reason: 'It is fresh' }],
      ['implicateChange', { change, reason: 'It fits' }],
      ['proposeAction', { action, target, kind: 'RESTART', intent: 'CONTAIN' }],
      ['startAction', { action, target, kind: 'RESTART', intent: 'CONTAIN' }],
      ['extendAction', { action, minutes: 30 }],
      ['finishAction', { action, outcome: 'WORKED' }],
    ];
    for (const [mutation, input] of work) {
      const { events, refusals } = await send(gus, mutation, { incident, ...input });
      expect([mutation, refusals, events.length > 0]).toEqual([mutation, [], true]);
    }
    const tried = await gus.api.ask(
      '{ alreadyTried(target: "service/cache") { action { id } } changes { nodes { id } } }',
    );
    expect(tried).toEqual({
      alreadyTried: [{ action: { id: action } }],
      changes: { nodes: [{ id: change }] },
    });
  });

  it('finds nothing of other incidents, and no change that is linked to none of theirs', async () => {
    const [incident, action, change] = [await declare(ada.api), newId('act'), newId('chg')];
    const deploy = { kind: 'DEPLOY', title: 'The queue', startedAt: '2026-03-01T05:00:00Z' };
    await send(ada, 'recordChange', { change, ...deploy });
    await send(ada, 'linkChange', { incident, change });
    const work = { target: 'service/queue', kind: 'RESTART', intent: 'DIAGNOSE' };
    await send(ada, 'startAction', { incident, action, ...work });
    const found = await gus.api.ask(
      `query ($change: ID!, $incident: ID!) {
        alreadyTried(target: "service/queue", text: "zzz") { action { id } }
        change(id: $change) { id }
        incident(id: $incident) { id }
        changes(where: { to: "2026-03-01T06:00:00Z" }) { nodes { id } } }`,
      { change, incident },
    );
    expect(found).toEqual({
      alreadyTried: [],
      change: null,
      incident: null,
      changes: { nodes: [] },
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../../src/drill/api-client.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let app: TestApp;
let ada: Person;
let monitoring: ApiClient;
let incident: string;

beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  ada = await app.person('Ada');
  monitoring = await app.tool('Monitoring');
});
afterAll(async () => {
  await app.close();
  await database.drop();
});
beforeEach(async () => {
  day += 1;
  await clock('12:00');
  incident = await declare(ada.api, { service: 'Checkout' });
});

type Answer = { events: { sentence: string }[]; refusals: { code: string }[] };
/** A day for each test: the clock of a ledger never goes back. */
let day = 0;
const date = (ahead = 0) => `2026-03-${String(day + ahead).padStart(2, '0')}`;
const clock = (time: string) => database.setClock(`${date()}T${time}:00Z`, 0);
const at = (time: string) => `${date()}T${time}:00.000000Z`;
const send = (mutation: string, input: object = {}, by = ada.api) =>
  by.send<Answer>(mutation, { incident, ...input }, 'events { sentence } refusals { code }');
const reportLost = (by = ada.api) =>
  send('reportContainmentLost', { reason: 'Errors are back' }, by);
const codes = ({ refusals }: Answer) => refusals.map(({ code }) => code);

type Shown = { incident: Record<string, unknown> };
const shown = async (selection: string) =>
  (
    await ada.api.ask<Shown>(`query ($id: ID!) { incident(id: $id) { ${selection} } }`, {
      id: incident,
    })
  ).incident;
const containment = `phase containedAt containment { isContained firstContainedAt containedAt
  lostCount minutesUncontained minutesContained }`;

describe('containment', () => {
  it('can be lost, as a monitor says, and won again', async () => {
    await send('takeCommand');
    await clock('12:10');
    await send('declareContained');
    await clock('12:30');
    expect((await reportLost(monitoring)).events).toEqual([
      {
        sentence: 'Monitoring reported that the incident is no longer contained: Errors are back',
      },
    ]);
    await clock('12:35');
    expect(await shown(containment)).toEqual({
      phase: 'INVESTIGATING',
      containedAt: null,
      containment: {
        isContained: false,
        firstContainedAt: at('12:10'),
        containedAt: null,
        lostCount: 1,
        minutesUncontained: 15,
        minutesContained: 20,
      },
    });
    await send('declareContained');
    await clock('12:40');
    await send('resolveIncident');
    await clock('14:00');
    expect(await shown(containment)).toEqual({
      phase: 'RESOLVED',
      containedAt: at('12:35'),
      containment: {
        isContained: true,
        firstContainedAt: at('12:10'),
        containedAt: at('12:35'),
        lostCount: 1,
        minutesUncontained: 15,
        minutesContained: 25,
      },
    });
  });

  it('is lost once by twenty at the same time', async () => {
    await send('declareContained');
    const answers = await Promise.all(Array.from({ length: 20 }, () => reportLost()));
    expect(answers.flatMap(({ events }) => events).length).toBe(1);
    expect(answers.flatMap(codes)).toEqual([]);
    expect(await shown('containment { lostCount }')).toEqual({ containment: { lostCount: 1 } });
  });

  it('cannot be lost before there was one, nor after resolution', async () => {
    expect(codes(await reportLost())).toEqual(['WRONG_PHASE']);
    await send('declareContained');
    await send('resolveIncident');
    expect(codes(await reportLost())).toEqual(['WRONG_PHASE']);
  });

  it('is nothing that another organization can lose', async () => {
    await send('declareContained');
    const theirs = await TestApp.start(database);
    try {
      const eve = await theirs.person('Eve');
      expect(codes(await reportLost(eve.api))).toEqual(['INCIDENT_NOT_FOUND']);
    } finally {
      await theirs.close();
    }
    expect(await shown('phase')).toEqual({ phase: 'CONTAINED' });
  });
});

describe('suggestions', () => {
  const suggestions = 'suggestions { kind target earlierAttempts tried }';
  const suggestion = (kind: string, target: string | null, earlierAttempts = 0, tried = null) => ({
    kind,
    target,
    earlierAttempts,
    tried,
  });

  it('follow the playbook, and what was tried', async () => {
    expect(await shown(suggestions)).toEqual({
      suggestions: [
        suggestion('FEATURE_DISABLE', null),
        suggestion('REROUTE', 'service/checkout'),
        suggestion('MAINTENANCE_PAGE', 'service/checkout'),
      ],
    });
    await send('assessScope', {
      extent: 'FEATURES',
      features: ['Card payments'],
      affected: 'ALL_USERS',
    });
    const start = { kind: 'FEATURE_DISABLE', target: 'feature/card-payments', intent: 'CONTAIN' };
    const { action } = await ada.api.send<{ action: { id: string } }>(
      'startAction',
      { incident, ...start },
      'action { id }',
    );
    expect(await shown(suggestions)).toMatchObject({
      suggestions: [{ kind: 'REROUTE' }, { kind: 'MAINTENANCE_PAGE' }],
    });
    await send('finishAction', { action: action.id, outcome: 'NO_EFFECT' });
    expect(await shown(suggestions)).toEqual({
      suggestions: [
        suggestion('REROUTE', 'service/checkout'),
        suggestion('MAINTENANCE_PAGE', 'service/checkout'),
        { ...suggestion('FEATURE_DISABLE', 'feature/card-payments', 1), tried: 'NO_EFFECT' },
      ],
    });
    await send('declareContained');
    expect(await shown(suggestions)).toEqual({ suggestions: [] });
  });
});

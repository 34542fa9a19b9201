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
  events: { sentence: string }[];
  refusals: { code: string; path: string[] | null; phase?: string; allowed?: string[] }[];
};
const fields = 'events { sentence } refusals { code path ... on WrongPhase { phase allowed } }';
const send = (by: Pick<Person, 'api'>, mutation: string, input: object) =>
  by.api.send<Recorded>(mutation, input, fields);
const sentences = async (answer: Promise<Recorded>): Promise<string[]> => {
  const { events, refusals } = await answer;
  expect(refusals).toEqual([]);
  return events.map(({ sentence }) => sentence);
};
const stateOf = async (incident: string) => {
  const found = await ada.api.ask<{ incident: object }>(
    `query ($incident: ID!) { incident(id: $incident) { title severity phase labels
      acknowledgedAt containedAt resolvedAt closedAt command { term commander { name } } } }`,
    { incident },
  );
  return found.incident;
};
const list = async (where: string): Promise<string[]> => {
  const { incidents } = await ada.api.ask<{ incidents: { nodes: { id: string }[] } }>(
    `{ incidents(where: { ${where} }, first: 200) { nodes { id } } }`,
  );
  return incidents.nodes.map(({ id }) => id);
};

describe('what is said of an incident', () => {
  it('the first acknowledgement counts, also of 20 at once', async () => {
    const incident = await declare(ada.api);
    expect(await stateOf(incident)).toMatchObject({ acknowledgedAt: null });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        send(n % 2 === 0 ? ada : grace, 'acknowledgeIncident', { incident }),
      ),
    );
    expect(answers.flatMap(({ refusals }) => refusals)).toEqual([]);
    expect(answers.filter(({ events }) => events.length > 0)).toHaveLength(1);
    expect(await stateOf(incident)).toMatchObject({
      acknowledgedAt: '2026-03-01T12:00:00.000000Z',
    });
    const bot = { api: await app.tool('Pager') };
    expect(await send(bot, 'acknowledgeIncident', { incident })).toMatchObject({
      refusals: [{ code: 'PERSON_REQUIRED' }],
    });
  });

  it('title and severity change, and the list shows it', async () => {
    const incident = await declare(ada.api, { title: 'Checkout fails' });
    const renamed = { incident, title: 'Card payments fail' };
    expect(await sentences(send(grace, 'renameIncident', renamed))).toEqual([
      'Grace renamed the incident: Card payments fail',
    ]);
    expect(await sentences(send(ada, 'renameIncident', renamed))).toEqual([]);
    const changed = { incident, severity: 'SEV1', reason: 'All shops' };
    expect(await sentences(send(grace, 'changeSeverity', changed))).toEqual([
      'Grace changed the severity from SEV2 to SEV1: All shops',
    ]);
    expect(await sentences(send(grace, 'changeSeverity', { ...changed, reason: 'x' }))).toEqual([]);
    await expect(send(grace, 'changeSeverity', { ...changed, reason: ' ' })).rejects.toThrow(
      /reason/,
    );
    expect(await stateOf(incident)).toMatchObject({
      title: 'Card payments fail',
      severity: 'SEV1',
    });
    expect(await list('severity: [SEV1]')).toContain(incident);
    expect(await list('severity: [SEV2]')).not.toContain(incident);
  });

  it('labels are put on and taken off, and incidents are found by all of them', async () => {
    const [both, one] = [await declare(ada.api), await declare(ada.api, { mode: 'DRILL' })];
    const add = ['Team:Payments', 'eu'];
    expect(await sentences(send(ada, 'labelIncident', { incident: both, add }))).toEqual([
      'Ada added the labels team:payments, eu',
    ]);
    await send(ada, 'labelIncident', { incident: one, add: ['eu', 'us'] });
    await send(ada, 'labelIncident', { incident: one, remove: ['US'] });
    expect(await stateOf(one)).toMatchObject({ labels: ['eu'] });
    expect(await list('label: ["eu"]')).toEqual([one, both]);
    expect(await list('label: ["EU", "team:payments"]')).toEqual([both]);
    expect(await list('label: ["eu"], mode: [DRILL]')).toEqual([one]);
    expect(await list('label: ["us"]')).toEqual([]);
    expect(await list('label: []')).toEqual(expect.arrayContaining([one, both]));
  });

  it('labels are refused that are none, and more than ten', async () => {
    const incident = await declare(ada.api);
    const bad = { incident, add: ['fine', 'not fine'] };
    expect(await send(ada, 'labelIncident', bad)).toMatchObject({
      refusals: [{ code: 'LABEL_INVALID', path: ['input', 'add', '1'] }],
    });
    const ten = Array.from({ length: 10 }, (_, n) => `label-${n}`);
    await send(ada, 'labelIncident', { incident, add: ten });
    expect(await send(ada, 'labelIncident', { incident, add: ['eleventh'] })).toMatchObject({
      refusals: [{ code: 'TOO_MANY_LABELS' }],
    });
    expect(await stateOf(incident)).toMatchObject({ labels: ten });
    await expect(
      send(ada, 'labelIncident', { incident, add: [...ten, 'eleventh'] }),
    ).rejects.toThrow(/add/);
  });
});

describe('the end of an incident', () => {
  it('is resolved, reopened as it was, resolved again and closed', async () => {
    const incident = await declare(ada.api);
    await send(ada, 'takeCommand', { incident });
    await send(ada, 'declareContained', { incident });
    expect(await send(ada, 'closeIncident', { incident })).toMatchObject({
      refusals: [{ code: 'WRONG_PHASE', phase: 'CONTAINED', allowed: ['RESOLVED'] }],
    });
    await send(ada, 'offerCommand', { incident, to: grace.member });
    expect(await sentences(send(ada, 'resolveIncident', { incident }))).toEqual([
      'Ada withdrew the offer of command to Grace',
      'Ada declared the incident resolved',
    ]);
    const reopen = { incident, reason: 'It is back' };
    expect(await sentences(send(grace, 'reopenIncident', reopen))).toEqual([
      'Grace reopened the incident: It is back',
    ]);
    expect(await sentences(send(grace, 'reopenIncident', reopen))).toEqual([]);
    expect(await stateOf(incident)).toMatchObject({
      phase: 'CONTAINED',
      containedAt: '2026-03-01T12:00:00.000000Z',
      resolvedAt: null,
      command: { term: 1, commander: { name: 'Ada' } },
    });
    expect(await send(grace, 'takeCommand', { incident })).toMatchObject({
      refusals: [{ code: 'ALREADY_COMMANDED' }],
    });
    await send(ada, 'resolveIncident', { incident });
    expect(await send(grace, 'closeIncident', { incident })).toMatchObject({
      refusals: [{ code: 'TERM_REQUIRED' }],
    });
    expect(await sentences(send(grace, 'closeIncident', { incident, term: 1 }))).toEqual([
      'Grace closed the incident',
    ]);
    expect(await stateOf(incident)).toMatchObject({
      phase: 'CLOSED',
      resolvedAt: '2026-03-01T12:00:00.000000Z',
      closedAt: '2026-03-01T12:00:00.000000Z',
    });
    expect(await list('phase: [CLOSED]')).toEqual([incident]);
    expect(await sentences(send(ada, 'resolveIncident', { incident }))).toEqual([]);
  });

  it('a closed incident takes no new work, but notes, and can be reopened and commanded anew', async () => {
    const incident = await declare(ada.api);
    await send(ada, 'takeCommand', { incident });
    await send(ada, 'resolveIncident', { incident });
    await send(ada, 'closeIncident', { incident });
    const start = { incident, target: 'db/closed', kind: 'RESTART', intent: 'FIX' };
    const late: [Person, string, object][] = [
      [ada, 'startAction', start],
      [grace, 'takeCommand', { incident }],
      [ada, 'offerCommand', { incident, to: grace.member }],
      [ada, 'declareContained', { incident }],
    ];
    for (const [by, mutation, input] of late) {
      const { refusals } = await send(by, mutation, input);
      expect([mutation, refusals]).toMatchObject([
        mutation,
        [{ code: 'WRONG_PHASE', phase: 'CLOSED' }],
      ]);
    }
    expect(await sentences(send(grace, 'addNote', { incident, text: 'Hm' }))).toHaveLength(1);
    await send(ada, 'relinquishCommand', { incident });
    await send(grace, 'reopenIncident', { incident, reason: 'It is back' });
    expect(await stateOf(incident)).toMatchObject({ phase: 'INVESTIGATING', closedAt: null });
    expect(await sentences(send(grace, 'takeCommand', { incident }))).toEqual([
      'Grace took command (term 2)',
      'Grace joined as a responder',
    ]);
  });

  it('every command needs an incident of the own organization', async () => {
    const incident = await declare(ada.api);
    const elsewhere = await TestApp.start(database);
    const stranger = await elsewhere.person('Stranger', 'ADMIN');
    const commands: [string, object][] = [
      ['acknowledgeIncident', {}],
      ['renameIncident', { title: 'x' }],
      ['changeSeverity', { severity: 'SEV1', reason: 'x' }],
      ['labelIncident', { add: ['x'] }],
      ['reopenIncident', { reason: 'x' }],
      ['closeIncident', {}],
    ];
    for (const [mutation, input] of commands)
      for (const [by, id] of [
        [stranger, incident],
        [ada, newId('inc')],
      ] as const)
        expect(await send(by, mutation, { incident: id, ...input })).toMatchObject({
          events: [],
          refusals: [{ code: 'INCIDENT_NOT_FOUND' }],
        });
    await elsewhere.close();
  });
});

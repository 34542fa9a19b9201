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
  events: { id: string; type: string }[];
  refusals: { code: string; target?: string; openAction?: { id: string } | null }[];
  notices: { code: string }[];
};
const fields = `events { id type } notices { code }
  refusals { code ... on ActionConflict { target openAction { id } } }`;
const send = (mutation: string, input: object, by = ada) =>
  by.api.send<Recorded>(mutation, input, fields);
/** Done without a refusal. */
const done = async (mutation: string, input: object, by = ada): Promise<Recorded> => {
  const answer = await send(mutation, input, by);
  expect([mutation, answer.refusals]).toEqual([mutation, []]);
  return answer;
};
const inMode = (mode: 'REAL' | 'DRILL' | 'RETROSPECTIVE', more: object = {}) =>
  declare(ada.api, { mode, ...more });
const start = (incident: string, target: string, more: object = {}) =>
  send('startAction', { incident, target, kind: 'ROLLBACK', intent: 'CONTAIN', ...more });
const dueOf = async (incident: string) => {
  const { rows } = await database.owner.query<{ kind: string }>(
    'select kind from bridgelog.due where stream = $1 order by kind',
    [incident],
  );
  return rows.map(({ kind }) => kind);
};
const heldBy = async (incident: string) => {
  const { rows } = await database.owner.query<{ space: string }>(
    `select space from bridgelog.reservations where stream = $1 and space <> 'client-id'`,
    [incident],
  );
  return rows.map(({ space }) => space);
};
const typesOf = async (incident: string) => {
  const found = await ada.api.ask<{ incident: { timeline: { nodes: { type: string }[] } } }>(
    `query ($incident: ID!) { incident(id: $incident) { timeline(last: 50) { nodes { type } } } }`,
    { incident },
  );
  return found.incident.timeline.nodes.map(({ type }) => type);
};

describe('a drill', () => {
  it('holds no target of what is real, nor the other way, and is told of other drills', async () => {
    const target = 'service/checkout';
    const [drill, other, real] = [
      await inMode('DRILL'),
      await inMode('DRILL'),
      await inMode('REAL'),
    ];
    const action = newId('act');
    expect((await start(drill, target, { action })).refusals).toEqual([]);
    expect((await start(other, `${target}/eu`)).refusals).toEqual([
      { code: 'ACTION_CONFLICT', target, openAction: { id: action } },
    ]);
    const own = newId('act');
    expect((await start(real, target, { action: own })).refusals).toEqual([]);
    expect((await start(await inMode('REAL'), target)).refusals).toMatchObject([
      { code: 'ACTION_CONFLICT', openAction: { id: own } },
    ]);
    const { target: found } = await ada.api.ask<{ target: object }>(
      `query ($name: String!) { target(name: $name) {
        real: openActions { id } practised: openActions(drills: true) { id } } }`,
      { name: target },
    );
    expect(found).toEqual({ real: [{ id: own }], practised: [{ id: action }] });
    await done('finishAction', { incident: drill, action, outcome: 'WORKED' });
    expect((await start(other, target)).refusals).toEqual([]);
  });

  it('teaches real incidents nothing that was tried, and learns from them', async () => {
    const target = 'service/ledger';
    const finish = async (incident: string) => {
      const action = newId('act');
      const answer = await start(incident, target, { action, remark: 'the nightly batch' });
      await done('finishAction', { incident, action, outcome: 'NO_EFFECT' });
      return { action, notices: answer.notices.map(({ code }) => code) };
    };
    const practised = await finish(await inMode('DRILL'));
    const first = await finish(await inMode('REAL'));
    expect(practised.notices).not.toContain('EARLIER_ATTEMPTS');
    expect(first.notices).not.toContain('EARLIER_ATTEMPTS');
    expect((await finish(await inMode('DRILL'))).notices).toContain('EARLIER_ATTEMPTS');
    const second = await finish(await inMode('REAL'));
    expect(second.notices).toContain('EARLIER_ATTEMPTS');
    const tried = async (more: string, text = 'zzz') => {
      const { alreadyTried } = await ada.api.ask<{ alreadyTried: { action: { id: string } }[] }>(
        `query ($text: String) { alreadyTried(target: "service/ledger", text: $text${more}) { action { id } } }`,
        { text },
      );
      return alreadyTried.map(({ action }) => action.id);
    };
    expect((await tried('')).sort()).toEqual([first.action, second.action].sort());
    expect(await tried(', mode: [DRILL, REAL, RETROSPECTIVE]')).toHaveLength(4);
    const { alreadyTried } = await ada.api.ask<{ alreadyTried: { action: { id: string } }[] }>(
      '{ alreadyTried(target: "x", text: "nightly batch") { action { id } } }',
    );
    expect(alreadyTried.map(({ action }) => action.id)).not.toContain(practised.action);
    expect(alreadyTried.map(({ action }) => action.id)).toContain(first.action);
  });

  it('may use the channel of a real incident, which may use that of a drill', async () => {
    const channel = { kind: 'CHAT_CHANNEL', system: 'chat', externalId: 'incidents' };
    await done('bindReference', { incident: await inMode('DRILL'), ...channel });
    await done('bindReference', { incident: await inMode('REAL'), ...channel });
    for (const mode of ['DRILL', 'REAL'] as const)
      expect(
        await send('bindReference', { incident: await inMode(mode), ...channel }),
      ).toMatchObject({
        refusals: [{ code: 'CHANNEL_TAKEN' }],
      });
    await done('bindReference', { incident: await inMode('RETROSPECTIVE'), ...channel });
  });

  it('is listed unless it is asked not to be', async () => {
    const drill = await inMode('DRILL');
    const list = async (where: string) => {
      const { incidents } = await ada.api.ask<{ incidents: { nodes: { id: string }[] } }>(
        `{ incidents${where} { nodes { id } } }`,
      );
      return incidents.nodes.map(({ id }) => id);
    };
    expect(await list('')).toContain(drill);
    expect(await list('(where: { mode: [DRILL] })')).toContain(drill);
    expect(await list('(where: { mode: [REAL, RETROSPECTIVE] })')).not.toContain(drill);
  });
});

describe('an incident that is written down afterwards', () => {
  it('has the times that are given, and raises, holds and waits for nothing', async () => {
    const at = (time: string) => ({ occurredAt: `2019-07-02T${time}:00Z` });
    const incident = await inMode('RETROSPECTIVE', at('13:42'));
    const step = (mutation: string, time: string, more: object = {}, by = ada) =>
      done(mutation, { incident, ...at(time), ...more }, by);
    await step('takeCommand', '13:45');
    await step('assessScope', '13:50', {
      extent: 'WHOLE_APP',
      affected: 'ALL_USERS',
      impactStartedAt: '2019-07-02T13:40:00Z',
      impactStartSource: 'MONITORING',
    });
    const action = newId('act');
    await step('startAction', '14:00', {
      action,
      target: 'service/waf',
      kind: 'ROLLBACK',
      intent: 'CONTAIN',
    });
    await step('bindReference', '14:01', {
      kind: 'CHAT_CHANNEL',
      system: 'chat',
      externalId: 'old',
    });
    await step('offerCommand', '14:02', { to: grace.member });
    await step('promiseUpdate', '14:02', { audience: 'CUSTOMERS', at: '2019-07-02T14:30:00Z' });
    expect(await heldBy(incident)).toEqual([]);
    expect((await dueOf(incident)).filter((kind) => kind !== 'suspects')).toEqual([]);

    // Years later, for as long as it takes to write it down, nothing happens by itself.
    await database.setClock('2026-03-01T15:00:00Z', 0);
    await app.settle();
    const types = await typesOf(incident);
    expect(types.filter((type) => /Nudge|Expired|Guardrail/.test(type))).toEqual([]);
    expect((await start(await inMode('REAL'), 'service/waf')).refusals).toEqual([]);
    await step('startAction', '14:03', { target: 'service/waf', kind: 'RESTART', intent: 'FIX' });

    await step('acceptCommand', '14:06', {}, grace);
    await done('extendAction', { incident, action, minutes: 30, ...at('14:07') });
    await step('finishAction', '14:10', { action, outcome: 'WORKED' });
    await step('declareContained', '14:10', {}, grace);
    await step('resolveIncident', '14:52', {}, grace);
    const { incident: found } = await ada.api.ask<{ incident: object }>(
      `query ($incident: ID!) { incident(id: $incident) { declaredAt containedAt resolvedAt phase
        containment { minutesUncontained minutesContained }
        communications { minutesSilent }
        actions { nodes { status leaseUntil startedAt finishedAt } }
        commandHistory { nodes { term since until } } } }`,
      { incident },
    );
    expect(found).toMatchObject({
      declaredAt: '2019-07-02T13:42:00.000000Z',
      containedAt: '2019-07-02T14:10:00.000000Z',
      resolvedAt: '2019-07-02T14:52:00.000000Z',
      phase: 'RESOLVED',
      containment: { minutesUncontained: 30, minutesContained: 42 },
    });
    expect(await dueOf(incident)).toEqual([]);
    expect(await heldBy(incident)).toEqual([]);
  });

  it('tells others what was tried', async () => {
    const incident = await inMode('RETROSPECTIVE', { occurredAt: '2019-07-02T13:42:00Z' });
    const action = newId('act');
    const occurredAt = '2019-07-02T14:00:00Z';
    expect((await start(incident, 'service/old', { action, occurredAt })).refusals).toEqual([]);
    await done('finishAction', { incident, action, outcome: 'MADE_WORSE', occurredAt });
    const { notices } = await start(await inMode('REAL'), 'service/old');
    expect(notices.map(({ code }) => code)).toContain('EARLIER_ATTEMPTS');
  });
});

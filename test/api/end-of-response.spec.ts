import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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

type Recorded = { events: { sentence: string }[]; refusals: { code: string }[] };
const send = (by: Person, mutation: string, input: object): Promise<Recorded> =>
  by.api.send<Recorded>(mutation, input, 'events { sentence } refusals { code }');
const codes = async (answer: Promise<Recorded>): Promise<readonly string[]> =>
  (await answer).refusals.map(({ code }) => code);
const work = (target: string) => ({ target, kind: 'RESTART', intent: 'FIX' });

/** What stands in an incident that Ada commands when its response is over. */
let incident: string;
let [running, proposed]: string[] = [];
let target: string;
let nth = 0;

const unpromised = [1, 2, 3].map(() => ({ nextUpdateAt: null }));
const standing = async (): Promise<object> => {
  const found = await ada.api.ask<{ incident: object }>(
    `query ($incident: ID!) { incident(id: $incident) {
      phase command { offer { until } } roles { role } openActions { id } proposals { id }
      communications { nextUpdateAt } } }`,
    { incident },
  );
  return found.incident;
};

beforeEach(async () => {
  nth += 1;
  await database.setClock(`2026-03-0${nth + 1}T12:00:00Z`, 0);
  incident = await declare(ada.api);
  [running, proposed] = [newId('act'), newId('act')];
  target = `service/end-${nth}`;
  await send(ada, 'takeCommand', { incident });
  await send(ada, 'assignRole', { incident, role: 'SCRIBE', member: grace.member });
  await send(ada, 'offerCommand', { incident, to: grace.member });
  const at = `2026-03-0${nth + 1}T12:30:00Z`;
  const promise = { incident, audience: 'INTERNAL', at };
  expect(await codes(send(ada, 'promiseUpdate', promise))).toEqual([]);
  await send(ada, 'startAction', { incident, action: running, ...work(target) });
  await send(grace, 'proposeAction', { incident, action: proposed, ...work('service/next') });
});

describe('when the response is over', () => {
  it('the offer is withdrawn and promises are void; roles, work and proposals stay', async () => {
    expect(await codes(send(ada, 'resolveIncident', { incident }))).toEqual([]);
    expect(await standing()).toEqual({
      phase: 'RESOLVED',
      command: { offer: null },
      roles: [{ role: 'SCRIBE' }],
      openActions: [{ id: running }],
      proposals: [{ id: proposed }],
      communications: unpromised,
    });
    const { rowCount } = await database.owner.query(
      `select from bridgelog.due where stream = $1 and kind = 'offer'`,
      [incident],
    );
    expect(rowCount).toBe(0);
    expect(await codes(send(grace, 'acceptCommand', { incident }))).toEqual(['NOT_OFFERED']);
  });

  it('what is under way may be seen through, and nothing new begins', async () => {
    await send(ada, 'resolveIncident', { incident });
    await send(ada, 'closeIncident', { incident });
    const at = `2026-03-0${nth + 1}T12:40:00Z`;
    const late: readonly (readonly [string, object])[] = [
      ['approveAction', { action: proposed }],
      ['startAction', { action: proposed, ...work('service/next') }],
      ['proposeAction', work('service/other')],
      ['offerCommand', { to: grace.member }],
      ['promiseUpdate', { audience: 'INTERNAL', at }],
    ];
    for (const [mutation, input] of late)
      expect([mutation, await codes(send(ada, mutation, { incident, ...input }))]).toEqual([
        mutation,
        ['WRONG_PHASE'],
      ]);
    const through: readonly (readonly [string, object])[] = [
      ['extendAction', { action: running, minutes: 20 }],
      ['finishAction', { action: running, outcome: 'WORKED' }],
      ['withdrawAction', { action: proposed, reason: 'No longer needed' }],
      ['releaseRole', { role: 'SCRIBE', member: grace.member }],
      ['publishUpdate', { audience: 'INTERNAL', text: 'It is over' }],
      ['relinquishCommand', {}],
    ];
    for (const [mutation, input] of through) {
      const { events, refusals } = await send(ada, mutation, { incident, ...input });
      expect([mutation, events.length > 0, refusals]).toEqual([mutation, true, []]);
    }
  });

  it('a lease still expires, and gives its target to others', async () => {
    await send(ada, 'resolveIncident', { incident });
    await send(ada, 'closeIncident', { incident });
    const other = await declare(grace.api);
    const start = { incident: other, ...work(target) };
    expect(await codes(send(grace, 'startAction', start))).toEqual(['ACTION_CONFLICT']);
    await database.setClock(`2026-03-0${nth + 1}T12:16:00Z`, 0);
    await app.settle();
    expect(await standing()).toMatchObject({ phase: 'CLOSED', openActions: [] });
    expect(await codes(send(grace, 'startAction', start))).toEqual([]);
  });

  it('and is not, everything that stayed goes on, and what ended begins anew', async () => {
    await send(ada, 'resolveIncident', { incident });
    await send(ada, 'closeIncident', { incident });
    await send(grace, 'reopenIncident', { incident, reason: 'It is back' });
    expect(await standing()).toMatchObject({
      phase: 'INVESTIGATING',
      command: { offer: null },
      roles: [{ role: 'SCRIBE' }],
      openActions: [{ id: running }],
      proposals: [{ id: proposed }],
      communications: unpromised,
    });
    expect(await codes(send(grace, 'acceptCommand', { incident }))).toEqual(['NOT_OFFERED']);
    expect(await codes(send(ada, 'offerCommand', { incident, to: grace.member }))).toEqual([]);
    expect(await codes(send(ada, 'approveAction', { incident, action: proposed }))).toEqual([]);
    const start = { incident, action: proposed, ...work('service/next') };
    expect(await codes(send(grace, 'startAction', start))).toEqual([]);
    const accepted = await send(grace, 'acceptCommand', { incident });
    expect(accepted.events.map(({ sentence }) => sentence)).toEqual([
      'Grace met a guardrail: the commander takes on a second role (scribe)',
      'Grace accepted command from Ada (term 2)',
    ]);
  });
});

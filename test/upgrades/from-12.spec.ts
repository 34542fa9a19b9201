import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/index.js';
import { ApiClient } from '../../src/drill/api-client.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { TestApp } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

/** What at-12.sql calls them. */
const tokens = {
  ada: 'blg_zmQO0SPb1x5i_fda4-wVYbg-UCQ6NXqpzE5RRv2hqeI',
  grace: 'blg_hEf-EcULPP4S0YtAaxNt6Jaz5RPiROKHi7wkaB3lorA',
};
const incidents = {
  busy: 'inc_01m855j03me8nrr7n3e4meyktw',
  hidden: 'inc_01m855j0fhe8nrr7wcpdvy5dsn',
  contained: 'inc_01m855j0g5e8nrr7xj89g684v7',
  over: 'inc_01m855j0gye8nrr7yxf175sgkm',
  past: 'inc_01m855j0j2e8nrr80616tgdptw',
  untouched: 'inc_01m855j0jpe8nrr80vrj5mw446',
};
const at = (time: string) => `2026-03-01T${time}:00.000000Z`;

let database: TestDatabase;
let app: TestApp;
let ada: ApiClient;
let grace: ApiClient;

const come = async (time: string): Promise<void> => {
  await database.setClock(at(time), 0);
  await app.settle();
};

beforeAll(async () => {
  database = await TestDatabase.empty();
  await migrate(database.ownerUrl, true, migrations.slice(0, 12));
  const held = await readFile(join(import.meta.dirname, 'at-12.sql'), 'utf8');
  await database.owner.query(
    `begin; set local session_replication_role = replica; ${held}; commit`,
  );
  await database.setClock(at('12:10'), 0);
  await migrate(database.ownerUrl, true);
  const { rows } = await database.owner.query<{ id: string }>(
    'select organization as id from bridgelog.ledgers',
  );
  app = await TestApp.start(database, { organization: rows[0]?.id ?? '' });
  [ada, grace] = [new ApiClient(app.url, tokens.ada), new ApiClient(app.url, tokens.grace)];
  await app.settle();
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

type Clock = { readonly nudge: string; readonly about: string | null; readonly dueAt: string };
const clocks = async (incident: string, by = ada): Promise<Record<string, string>> => {
  const asked = await by.ask<{ incident: { clocks: readonly Clock[] } }>(
    'query ($id: ID!) { incident(id: $id) { clocks { nudge about dueAt } } }',
    { id: incident },
  );
  return Object.fromEntries(
    asked.incident.clocks.map(({ nudge, about, dueAt }) => [
      about?.startsWith('act_') === false ? `${nudge} ${about}` : nudge,
      dueAt,
    ]),
  );
};
const send = (mutation: string, input: object, by = ada) =>
  by.send<{ refusals: readonly object[]; events: readonly { type: string }[] }>(
    mutation,
    input,
    'refusals { code message } events { type }',
  );
const raised = async (incident: string, by = ada): Promise<readonly string[]> => {
  const asked = await by.ask<{
    incident: { timeline: { nodes: { type: string; nudge: string }[] } };
  }>(
    `query ($id: ID!) { incident(id: $id) { timeline(first: 200) {
      nodes { type ... on NudgeRaised { nudge } } } } }`,
    { id: incident },
  );
  return asked.incident.timeline.nodes
    .filter(({ type }) => type === 'NudgeRaised')
    .map(({ nudge }) => nudge);
};

describe('an installation of before', () => {
  it('has clocks in the incidents that are under way, and in no others', async () => {
    expect(await clocks(incidents.busy)).toEqual({
      ...{ NO_SCOPE: at('12:18'), STALLED: at('12:38'), LEASE_EXPIRING: expect.anything() },
      ...{ 'SILENCE INTERNAL': at('12:38'), 'SILENCE STATUS_PAGE': at('12:38') },
      ...{ 'UPDATE_PROMISED CUSTOMERS': at('12:40'), OFFER_EXPIRING: expect.anything() },
    });
    expect(await clocks(incidents.untouched)).toMatchObject({
      ...{ NO_COMMANDER: at('12:12'), NO_CHECK_STARTED: at('12:17'), CALL_FOR_HELP: at('13:07') },
    });
    expect(await clocks(incidents.contained)).not.toHaveProperty('STALLED');
    expect(await clocks(incidents.contained)).toHaveProperty('NO_COMMANDER', at('12:11'));
    expect(await clocks(incidents.hidden, grace)).toHaveProperty('NO_COMMANDER', at('12:11'));
    for (const incident of [incidents.over, incidents.past])
      expect(await clocks(incident)).toEqual({});
  });

  it('is reminded once, at the minute', async () => {
    await come('12:12');
    expect(await raised(incidents.untouched)).toEqual(['NO_COMMANDER']);
    await come('12:12');
    expect(await raised(incidents.untouched)).toEqual(['NO_COMMANDER']);
    expect(await raised(incidents.hidden, grace)).toEqual(['NO_COMMANDER']);
    expect(await raised(incidents.busy)).toEqual([]);
  });

  it('goes on with everything that was open', async () => {
    const { busy, contained, over, past, untouched, hidden } = incidents;
    const asked = await ada.ask<{ incident: { actions: { nodes: { id: string }[] } } }>(
      'query ($id: ID!) { incident(id: $id) { actions { nodes { id } } } }',
      { id: busy },
    );
    const [first, second] = asked.incident.actions.nodes.map(({ id }) => id);
    const done = async (mutation: string, input: object, by = ada) => {
      const { refusals, events } = await send(mutation, input, by);
      expect([mutation, refusals]).toEqual([mutation, []]);
      return events.map(({ type }) => type);
    };
    await done('extendAction', { incident: busy, action: first, minutes: 30 });
    await done('finishAction', { incident: busy, action: second, outcome: 'WORKED' });
    await done('acceptCommand', { incident: busy }, grace);
    await done('publishUpdate', { incident: busy, audience: 'CUSTOMERS', text: 'Better' });
    await done('snoozeNudge', { incident: busy, nudge: 'NO_SCOPE', minutes: 30, reason: 'Busy' });
    expect(await done('takeCommand', { incident: untouched })).toContain('NudgeCleared');
    expect(await done('takeCommand', { incident: hidden }, grace)).toContain('NudgeCleared');
    await done('reopenIncident', { incident: over, reason: 'Again' });
    expect(await clocks(over)).toHaveProperty('NO_COMMANDER', at('12:17'));
    await done('resolveIncident', { incident: contained });
    expect(await clocks(contained)).toEqual({});
    await done('addNote', { incident: past, text: 'It was DNS' });
    await done('addFollowUp', { incident: past, title: 'Watch DNS', kind: 'DETECT' });
    await done('startReview', { incident: contained });
    await done('mergeIncident', { incident: untouched, into: busy });
  });

  it('has no times left of what is over', async () => {
    const { rows } = await database.owner.query<{ stream: string }>(
      `select distinct stream from bridgelog.due where stream <> all ($1)`,
      [[incidents.busy, incidents.over, incidents.hidden]],
    );
    expect(rows).toEqual([]);
    await come('15:00');
    await come('15:00');
    const late = await raised(incidents.busy);
    expect(late.length).toBe(new Set(late).size + 2); // Silence is of three audiences.
  });
});

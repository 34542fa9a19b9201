import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declareIncident } from '../../src/incident/domain/life/declare-incident.js';
import { incidentKind } from '../../src/incident/incident.kind.js';
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
  check: Record<string, unknown> | null;
  nextCheck: { check: string } | null;
  refusals: { code: string; path: string[] | null }[];
};
const answer = `events { sentence } nextCheck { check } refusals { code path
    ... on CheckRefused { check status } ... on TooMany { most } }
  check { check title status startedBy { name } startedAt endedBy { name } endedAt
    summary reason evidence lookAt { title text } }`;
const send = (by: Person, mutation: string, input: object) =>
  by.api.send<Recorded>(mutation, input, answer);

type Checks = {
  incident: {
    checks: { check: string; status: string; lookAt: { title: string }[] }[];
    nextCheck: { check: string; lookAt: object[] } | null;
  };
};
const stateOf = async (incident: string, by = ada): Promise<Checks['incident']> => {
  const query = `query ($incident: ID!) { incident(id: $incident) {
    checks { check status lookAt { title } } nextCheck { check lookAt { text } } } }`;
  return (await by.api.ask<Checks>(query, { incident })).incident;
};
const builtIn = [
  ...['recent-deployment', 'database', 'memory-and-cpu'],
  ...['external-dependencies', 'ssl-and-dns'],
];

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

describe('the checks of an incident', () => {
  it('are those of the built-in playbook, and stand in its log', async () => {
    const incident = await declare(ada.api);
    const { checks, nextCheck } = await stateOf(incident);
    expect(checks.map(({ check, status }) => [check, status])).toEqual(
      builtIn.map((check) => [check, 'PENDING']),
    );
    expect(checks[1]?.lookAt.map(({ title }) => title)).toEqual([
      'Connection errors',
      'Replication lag',
      'Disk space',
    ]);
    expect(nextCheck).toMatchObject({ check: 'recent-deployment' });
    expect(nextCheck?.lookAt).toHaveLength(4);
    const log = await ada.api.ask(
      `query ($incident: ID!) { incident(id: $incident) { timeline { nodes {
        ... on IncidentDeclared { playbook checks { check } } } } } }`,
      { incident },
    );
    const declared = { playbook: 'first-thirty-minutes@1' };
    expect(log).toEqual({
      incident: {
        timeline: { nodes: [{ ...declared, checks: builtIn.map((check) => ({ check })) }] },
      },
    });
  });

  it('go from the first to the last, each answer naming the next', async () => {
    const incident = await declare(ada.api);
    const database_ = { incident, check: 'database' };
    await send(ada, 'startCheck', { incident, check: 'recent-deployment' });
    expect(await send(bob, 'startCheck', database_)).toMatchObject({
      events: [{ sentence: 'Bob started the check database' }],
      check: { status: 'STARTED', startedBy: { name: 'Bob' }, endedBy: null },
      nextCheck: { check: 'recent-deployment' },
    });
    expect(await send(ada, 'startCheck', database_)).toMatchObject({
      events: [],
      check: { startedBy: { name: 'Bob' } },
    });
    const clear = { incident, check: 'recent-deployment', verdict: 'CLEAR' };
    expect((await send(ada, 'completeCheck', clear)).nextCheck).toEqual({ check: 'database' });
    const evidence = [await noted(incident)];
    const suspect = { ...database_, verdict: 'SUSPECT', summary: 'Some lag', evidence };
    await database.setClock('2026-03-01T12:10:00Z', 0);
    expect(await send(ada, 'completeCheck', suspect)).toMatchObject({
      events: [{ sentence: 'Ada completed the check database (suspect): Some lag' }],
      check: {
        status: 'SUSPECT',
        summary: 'Some lag',
        evidence,
        startedBy: { name: 'Bob' },
        endedBy: { name: 'Ada' },
        endedAt: '2026-03-01T12:10:00.000000Z',
      },
      nextCheck: { check: 'memory-and-cpu' },
    });
    expect(await send(bob, 'completeCheck', suspect)).toMatchObject({ events: [], refusals: [] });
    for (const check of ['memory-and-cpu', 'external-dependencies'])
      await send(bob, 'skipCheck', { incident, check, reason: 'No time' });
    const last = { incident, check: 'ssl-and-dns', verdict: 'CAUSE' };
    expect((await send(bob, 'completeCheck', last)).nextCheck).toBeNull();
    expect(await stateOf(incident)).toMatchObject({
      nextCheck: null,
      checks: ['CLEAR', 'SUSPECT', 'SKIPPED', 'SKIPPED', 'CAUSE'].map((status) => ({ status })),
    });
  });

  it('a revision shows in place of the verdict, with its reason beside the first summary', async () => {
    const incident = await declare(ada.api);
    const check = { incident, check: 'database' };
    const summary = 'No lag';
    await send(ada, 'completeCheck', { ...check, verdict: 'CLEAR', summary });
    const revision = { ...check, verdict: 'CAUSE', reason: 'The disk is full' };
    expect(await send(bob, 'reviseCheck', revision)).toMatchObject({
      events: [{ sentence: 'Bob revised the check database (the cause): The disk is full' }],
      check: { status: 'CAUSE', summary, reason: 'The disk is full', endedBy: { name: 'Bob' } },
    });
    expect(await send(ada, 'reviseCheck', revision)).toMatchObject({ events: [], refusals: [] });
  });

  it('a skipped check is taken up again as if it had not been skipped', async () => {
    const incident = await declare(ada.api);
    const check = { incident, check: 'recent-deployment' };
    const skipped = await send(ada, 'skipCheck', { ...check, reason: 'No deploys today' });
    expect(skipped).toMatchObject({
      check: { status: 'SKIPPED', reason: 'No deploys today', endedBy: { name: 'Ada' } },
      nextCheck: { check: 'database' },
    });
    expect(await send(bob, 'startCheck', check)).toMatchObject({
      check: { status: 'STARTED', reason: null, endedBy: null, endedAt: null },
      nextCheck: { check: 'recent-deployment' },
    });
  });

  it('several mutations of one operation each show what they did', async () => {
    const incident = await declare(ada.api);
    const input = `{ incident: "${incident}", check: "recent-deployment"`;
    const both = await ada.api.ask(`mutation {
      first: startCheck(input: ${input} }) { check { status } incident { nextCheck { status } } }
      second: completeCheck(input: ${input}, verdict: CLEAR }) {
        check { status } incident { nextCheck { check status } } }
    }`);
    expect(both).toEqual({
      first: { check: { status: 'STARTED' }, incident: { nextCheck: { status: 'STARTED' } } },
      second: {
        check: { status: 'CLEAR' },
        incident: { nextCheck: { check: 'database', status: 'PENDING' } },
      },
    });
  });
});

/** What the migration does to the heads of incidents that are there already. */
const backfill = (): string => {
  const file = join(import.meta.dirname, '../../migrations/1764000000009-checks.sql');
  const [update] = /^update bridgelog\.streams.*?;/ms.exec(readFileSync(file, 'utf8')) ?? [];
  return update ?? '';
};

describe('a check that is added', () => {
  const lookAt = [{ title: 'Depth', text: 'Bad: it grows' }];

  it('stands behind the one that it is to follow, and is next in its turn', async () => {
    const incident = await declare(ada.api);
    const queues = { incident, check: 'queues', title: 'Queues', lookAt };
    const added = await send(ada, 'addCheck', { ...queues, after: 'recent-deployment' });
    expect(added).toMatchObject({
      events: [{ sentence: 'Ada added the check queues: Queues' }],
      check: { title: 'Queues', status: 'PENDING', lookAt },
      nextCheck: { check: 'recent-deployment' },
    });
    expect(await send(bob, 'addCheck', queues)).toMatchObject({ events: [], refusals: [] });
    const other = await send(bob, 'addCheck', { ...queues, title: 'Jobs' });
    expect(other.refusals).toMatchObject([{ code: 'CHECK_EXISTS', status: 'PENDING' }]);
    const { checks } = await stateOf(incident);
    expect(checks.map(({ check }) => check)).toEqual(builtIn.toSpliced(1, 0, 'queues'));
  });

  it('is no more than the thirtieth, however many are added at once', async () => {
    const incident = await declare(ada.api);
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        send(n % 2 === 0 ? ada : bob, 'addCheck', {
          incident,
          check: `check-${n}`,
          title: `Check ${n}`,
        }),
      ),
    );
    const refusals = answers.flatMap((one) => one.refusals);
    expect(refusals).toMatchObject(
      Array.from({ length: 5 }, () => ({ code: 'TOO_MANY_CHECKS', most: 30 })),
    );
    expect((await stateOf(incident)).checks).toHaveLength(30);
  });

  it('can be the first one of an incident that was declared before there were any', async () => {
    const incident = newId('inc');
    const command = {
      ...{ incident, number: 1_000, title: 'Before playbooks' },
      ...({ severity: 'SEV3', mode: 'REAL' } as const),
    };
    await app.ledger.transact(incidentKind, {
      organization: app.organization,
      streamId: incident,
      actor: { kind: 'MEMBER', id: ada.member },
      via: null,
      correlationId: null,
      decide: (state, facts) => declareIncident(command, state, facts),
    });
    await database.owner.query(
      `update bridgelog.streams set state = (state::jsonb - 'checks' - 'hypotheses')::text
        where id = $1`,
      [incident],
    );
    await database.owner.query(backfill());
    expect(await stateOf(incident)).toEqual({ checks: [], nextCheck: null });
    const start = await send(ada, 'startCheck', { incident, check: 'queues' });
    expect(start.refusals).toMatchObject([{ code: 'CHECK_NOT_FOUND', status: null }]);
    const added = await send(ada, 'addCheck', { incident, check: 'queues', title: 'Queues' });
    expect(added.nextCheck).toEqual({ check: 'queues' });
  });
});

describe('completing a check', () => {
  it('by 20 at once, with two verdicts: one stands, and the others are told which', async () => {
    const incident = await declare(ada.api);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        send(n % 2 === 0 ? ada : bob, 'completeCheck', {
          ...{ incident, check: 'database' },
          verdict: n % 2 === 0 ? 'CLEAR' : 'CAUSE',
        }),
      ),
    );
    const sentences = answers.flatMap(({ events }) => events.map(({ sentence }) => sentence));
    expect(sentences.filter((one) => one.includes('completed the check'))).toHaveLength(1);
    const status = (await stateOf(incident)).checks[1]?.status;
    expect(answers.flatMap(({ refusals }) => refusals)).toMatchObject(
      Array.from({ length: 10 }, () => ({ code: 'CHECK_COMPLETED', status })),
    );
  });

  it('says which check of which incident there is none of', async () => {
    const incident = await declare(ada.api);
    const unknown = await send(ada, 'completeCheck', { incident, check: 'dns', verdict: 'CLEAR' });
    expect(unknown).toMatchObject({
      check: null,
      nextCheck: { check: 'recent-deployment' },
      refusals: [{ code: 'CHECK_NOT_FOUND', check: 'dns', path: ['input', 'check'] }],
    });
    const nowhere = { incident: newId('inc'), check: 'database', verdict: 'CLEAR' };
    expect(await send(ada, 'completeCheck', nowhere)).toMatchObject({
      check: null,
      nextCheck: null,
      refusals: [{ code: 'INCIDENT_NOT_FOUND' }],
    });
  });

  it.each([
    ['startCheck', { check: 'Data base' }],
    ['startCheck', { check: '' }],
    ['startCheck', { check: 'x'.repeat(41) }],
    ['startCheck', { check: 'dns\n' }],
    ['skipCheck', { check: 'database', reason: ' ' }],
    ['completeCheck', { check: 'database', verdict: 'CLEAR', evidence: ['evt_1'] }],
    ['addCheck', { check: 'dns', title: 'DNS', lookAt: [{ title: 'A', text: '' }] }],
  ])('is bad input: %s %j', async (mutation, input) => {
    const incident = await declare(ada.api);
    await expect(send(ada, mutation, { incident, ...input })).rejects.toThrow(/input/);
  });

  it('is for responders, and not for another organization', async () => {
    const incident = await declare(ada.api);
    const input = { incident, check: 'database', verdict: 'CLEAR' };
    const viewer = await app.person('Vera', 'VIEWER');
    await expect(send(viewer, 'completeCheck', input)).rejects.toThrow(/RESPONDER/);
    expect((await stateOf(incident, viewer)).checks).toHaveLength(5);
    const elsewhere = await TestApp.start(database);
    const stranger = await elsewhere.person('Stranger', 'ADMIN');
    expect(await send(stranger, 'completeCheck', input)).toMatchObject({
      check: null,
      refusals: [{ code: 'INCIDENT_NOT_FOUND' }],
    });
    await elsewhere.close();
  });
});

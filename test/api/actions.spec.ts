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

type Refusal = { code: string; message: string };
type Recorded = {
  events: { type: string; sentence: string }[];
  action: { id: string; status: string } | null;
  refusals: Refusal[];
};
const shown = `events { type sentence } refusals { code message }
  action { id status proposedBy { name } decidedBy { name } reason startedBy { name } leaseUntil
    outcome outcomeRemark evidence finishedBy { name } incident { id } }`;
const codes = ({ refusals }: Pick<Recorded, 'refusals'>) => refusals.map(({ code }) => code);
const work = { target: 'service/checkout', kind: 'ROLLBACK', intent: 'CONTAIN' };
const fresh = () => ({ ...work, target: `service/${newId('act').slice(-20)}` });

const send = (by: Person, mutation: string, input: object) =>
  by.api.send<Recorded>(mutation, input, shown);

describe('a proposal', () => {
  it('is approved, started as proposed, and finished by anyone', async () => {
    const incident = await declare(ada.api);
    await ada.api.send('takeCommand', { incident }, 'position');
    const proposal = { incident, action: newId('act'), ...fresh(), remark: 'Back to 4711' };
    const { action } = proposal;
    expect((await send(bob, 'proposeAction', proposal)).action).toMatchObject({
      id: action,
      status: 'PROPOSED',
      proposedBy: { name: 'Bob' },
      startedBy: null,
      leaseUntil: null,
      incident: { id: incident },
    });
    expect((await send(bob, 'proposeAction', proposal)).events).toEqual([]);
    expect(codes(await send(bob, 'approveAction', { incident, action }))).toEqual([
      'TERM_REQUIRED',
    ]);
    expect((await send(ada, 'approveAction', { incident, action })).action).toMatchObject({
      status: 'APPROVED',
      decidedBy: { name: 'Ada' },
    });
    const other = { ...proposal, kind: 'RESTART' };
    expect((await send(bob, 'startAction', other)).refusals).toEqual([
      {
        code: 'ACTION_EXISTS',
        message: `The id is that of a rollback of ${proposal.target} to contain: name that, or use a new id`,
      },
    ]);
    expect((await send(bob, 'startAction', proposal)).action).toMatchObject({ status: 'STARTED' });
    const note = await ada.api.send<{ events: { id: string }[] }>(
      'addNote',
      { incident, text: 'Errors fall' },
      'events { id }',
    );
    const evidence = note.events.map(({ id }) => id);
    const ended = { incident, action, outcome: 'WORKED', remark: 'Gone', evidence };
    expect((await send(ada, 'finishAction', ended)).action).toMatchObject({
      status: 'FINISHED',
      outcome: 'WORKED',
      outcomeRemark: 'Gone',
      evidence,
      startedBy: { name: 'Bob' },
      finishedBy: { name: 'Ada' },
    });
  });

  it('that was rejected cannot be started, and says who rejected it and why', async () => {
    const incident = await declare(ada.api);
    const proposal = { incident, action: newId('act'), ...fresh() };
    const { action } = proposal;
    await send(bob, 'proposeAction', proposal);
    await send(ada, 'rejectAction', { incident, action, reason: 'Loses orders' });
    const refused = await bob.api.send(
      'startAction',
      proposal,
      'refusals { code message ... on ActionTurnedDown { status reason decidedBy { name } } }',
    );
    expect(refused).toMatchObject({
      refusals: [
        {
          code: 'ACTION_TURNED_DOWN',
          message: expect.stringMatching(/^Ada rejected the rollback of \S+ \(Loses orders\): /),
          status: 'REJECTED',
          reason: 'Loses orders',
          decidedBy: { name: 'Ada' },
        },
      ],
    });
    await expect(send(ada, 'rejectAction', { incident, action })).rejects.toThrow(/reason/);
  });

  it('claims nothing, and is withdrawn by who made it', async () => {
    const incident = await declare(ada.api);
    await ada.api.send('takeCommand', { incident }, 'position');
    const [one, two] = [newId('act'), newId('act')];
    const same = fresh();
    for (const action of [one, two]) {
      expect(codes(await send(bob, 'proposeAction', { incident, action, ...same }))).toEqual([]);
    }
    expect(codes(await send(bob, 'startAction', { incident, action: two, ...same }))).toEqual([]);
    const elsewhere = await declare(ada.api);
    const taken = { incident: elsewhere, action: one };
    expect(codes(await send(bob, 'withdrawAction', taken))).toContain('ACTION_NOT_PROPOSED');
    expect((await send(bob, 'withdrawAction', { incident, action: one })).action).toMatchObject({
      status: 'WITHDRAWN',
      decidedBy: { name: 'Bob' },
      reason: null,
    });
  });

  it('raced for by twenty is started once', async () => {
    const incident = await declare(ada.api);
    const proposal = { incident, action: newId('act'), ...fresh() };
    await send(bob, 'proposeAction', proposal);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => send(n % 2 ? ada : bob, 'startAction', proposal)),
    );
    expect(answers.flatMap(codes)).toEqual([]);
    const recorded = answers.flatMap(({ events }) => events);
    expect(recorded.filter(({ type }) => type === 'ActionStarted')).toHaveLength(1);
  });
});

describe('the lists of an incident', () => {
  it('show proposals and open actions apart, and all actions newest first, filtered', async () => {
    const incident = await declare(ada.api);
    const ids: string[] = [];
    for (const [minute, kind] of ['ROLLBACK', 'RESTART', 'SCALE', 'REROUTE'].entries()) {
      await database.setClock(`2026-03-01T12:0${minute}:00Z`, 0);
      const action = newId('act');
      ids.unshift(action);
      await send(ada, 'proposeAction', { incident, action, ...fresh(), kind });
    }
    const [newest = '', , , oldest = ''] = ids;
    await send(ada, 'approveAction', { incident, action: oldest });
    await send(ada, 'withdrawAction', { incident, action: newest });
    const query = `query ($id: ID!, $after: Cursor) { incident(id: $id) {
      openActions { id } proposals { id status }
      page: actions(first: 2, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } }
      back: actions(last: 2) { nodes { id } }
      waiting: actions(where: { status: [PROPOSED], kind: [SCALE, RESTART], intent: [CONTAIN] }) { nodes { id } }
      none: actions(where: { target: "service" }) { nodes { id } } } }`;
    type Answer = {
      incident: {
        page: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
      };
    };
    const answer = await ada.api.ask<Answer>(query, { id: incident });
    const nodes = (some: readonly (string | undefined)[]) => some.map((id) => ({ id }));
    expect(answer.incident).toMatchObject({
      openActions: [],
      proposals: [
        { id: oldest, status: 'APPROVED' },
        { id: ids[2], status: 'PROPOSED' },
        { id: ids[1], status: 'PROPOSED' },
      ],
      page: { nodes: nodes(ids.slice(0, 2)), pageInfo: { hasNextPage: true } },
      back: { nodes: nodes(ids.slice(2)) },
      waiting: { nodes: nodes(ids.slice(1, 3)) },
      none: { nodes: [] },
    });
    const after = answer.incident.page.pageInfo.endCursor;
    const next = await ada.api.ask<Answer>(query, { id: incident, after });
    expect(next.incident.page).toMatchObject({
      nodes: nodes(ids.slice(2)),
      pageInfo: { hasNextPage: false },
    });
    await database.setClock('2026-03-01T12:00:00Z', 0);
  });
});

describe('a lease', () => {
  it('that runs out frees the target; the action stays, and may still be finished', async () => {
    await database.setClock('2026-03-02T12:00:00Z', 0);
    const incident = await declare(ada.api);
    await ada.api.send('takeCommand', { incident }, 'position');
    const other = await declare(ada.api);
    const start = { incident, action: newId('act'), ...fresh(), leaseMinutes: 5 };
    await send(ada, 'startAction', start);
    await database.setClock('2026-03-02T12:04:59Z', 0);
    await app.settle();
    const taking = { ...start, incident: other, action: newId('act') };
    expect(codes(await send(bob, 'startAction', taking))).toEqual(['ACTION_CONFLICT']);
    await database.setClock('2026-03-02T12:05:00Z', 0);
    await app.settle();
    await app.settle();
    const query = `query ($id: ID!) { incident(id: $id) { openActions { id }
      actions { nodes { status } } timeline(last: 3) { nodes { type sentence actor { kind } } } } }`;
    expect(await ada.api.ask(query, { id: incident })).toEqual({
      incident: {
        openActions: [],
        actions: { nodes: [{ status: 'EXPIRED' }] },
        timeline: {
          nodes: [
            expect.objectContaining({ type: 'NudgeRaised' }),
            {
              type: 'ActionLeaseExpired',
              sentence: `The lease of the rollback of ${start.target} expired`,
              actor: { kind: 'POLICY' },
            },
            expect.objectContaining({ type: 'NudgeCleared' }),
          ],
        },
      },
    });
    expect(codes(await send(bob, 'startAction', taking))).toEqual([]);
    const { action } = start;
    const again = await send(ada, 'extendAction', { incident, action, minutes: 10 });
    expect(codes(again)).toEqual(['ACTION_CONFLICT']);
    const late = { incident, action, outcome: 'NO_EFFECT' };
    expect((await send(bob, 'finishAction', late)).action).toMatchObject({ status: 'FINISHED' });
    expect(codes(await send(bob, 'startAction', { ...start, action: newId('act') }))).toEqual([
      'ACTION_CONFLICT',
    ]);
  });

  it('that somebody looked at before its end runs out nevertheless', async () => {
    await database.setClock('2026-03-02T18:00:00Z', 0);
    const incident = await declare(ada.api);
    const start = { incident, action: newId('act'), ...fresh(), leaseMinutes: 5 };
    await send(ada, 'startAction', start);
    // What a server does that read the time just before the lease was extended.
    await database.owner.query(
      'update bridgelog.due set at = bridgelog.bridgelog_now() where stream = $1',
      [incident],
    );
    await app.settle();
    await database.setClock('2026-03-02T18:05:00Z', 0);
    await app.settle();
    const taking = { ...start, action: newId('act') };
    expect(codes(await send(bob, 'startAction', taking))).toEqual([]);
  });

  it('that was extended meanwhile is not over; after expiry, extension takes the target again', async () => {
    await database.setClock('2026-03-03T12:00:00Z', 0);
    const incident = await declare(ada.api);
    const start = { incident, action: newId('act'), ...fresh(), leaseMinutes: 5 };
    const { action } = start;
    await send(ada, 'startAction', start);
    await database.setClock('2026-03-03T12:04:00Z', 0);
    const extended = await send(bob, 'extendAction', { incident, action, minutes: 6 });
    expect(extended.action).toMatchObject({ leaseUntil: '2026-03-03T12:10:00.000000Z' });
    await database.setClock('2026-03-03T12:09:59Z', 0);
    await app.settle();
    expect((await send(bob, 'startAction', start)).action).toMatchObject({ status: 'STARTED' });
    await database.setClock('2026-03-03T12:10:00Z', 0);
    await app.settle();
    expect((await send(bob, 'startAction', start)).refusals).toEqual([
      {
        code: 'ACTION_EXISTS',
        message:
          'The id is that of another action, or of one that has ended: use a new id, or none',
      },
    ]);
    expect((await send(bob, 'extendAction', { incident, action, minutes: 6 })).events).toEqual([
      {
        type: 'ActionExtended',
        sentence: `Bob extended the rollback of ${start.target} until 2026-03-03 12:16 UTC, after its lease had expired`,
      },
    ]);
    const taking = { ...start, action: newId('act') };
    expect(codes(await send(bob, 'startAction', taking))).toEqual(['ACTION_CONFLICT']);
    await database.setClock('2026-03-03T12:16:00Z', 0);
    await app.settle();
    expect(codes(await send(bob, 'startAction', taking))).toEqual([]);
  });
});

describe('a conflict', () => {
  it('says who holds the target, since when, until when, and in which incident', async () => {
    await database.setClock('2026-03-04T12:00:00Z', 0);
    const incident = await declare(ada.api);
    const start = { incident, action: newId('act'), ...fresh() };
    await send(ada, 'startAction', start);
    const part = { ...start, action: newId('act'), target: `${start.target}/cart` };
    const { refusals } = await send(bob, 'startAction', part);
    const query = 'query ($id: ID!) { incident(id: $id) { reference } }';
    const { incident: found } = await ada.api.ask<{ incident: { reference: string } }>(query, {
      id: incident,
    });
    expect(refusals).toEqual([
      {
        code: 'ACTION_CONFLICT',
        message:
          `${start.target} is held by the rollback of ${start.target} in ${found.reference}, ` +
          'by Ada since 2026-03-04 12:00 UTC, until 2026-03-04 12:15 UTC: ' +
          'join it, wait until it is finished, or say in override.reason why to go on',
      },
    ]);
  });

  it('names only the target to those who do not see the incident', async () => {
    const incident = await declare(ada.api);
    const start = { incident, action: newId('act'), ...fresh() };
    await send(ada, 'startAction', start);
    await hide(incident);
    const elsewhere = { ...start, incident: await declare(bob.api), action: newId('act') };
    const answer = await bob.api.send(
      'startAction',
      elsewhere,
      'refusals { code message ... on ActionConflict { target openAction { id } incident { id } } }',
    );
    expect(answer).toEqual({
      refusals: [
        {
          code: 'ACTION_CONFLICT',
          message: `${start.target} is held by an action of an incident that you do not see: ask an admin, or say in override.reason why to go on`,
          target: start.target,
          openAction: null,
          incident: null,
        },
      ],
    });
  });
});

const hide = (incident: string) =>
  database.owner.query('update bridgelog.incidents set restricted = true where id = $1', [
    incident,
  ]);

describe('a guest', () => {
  it('starts, extends and finishes actions of an incident that they were given sight of', async () => {
    const gus = await app.person('Gus', 'GUEST');
    const incident = await declare(ada.api);
    const start = { incident, action: newId('act'), ...fresh() };
    const { action } = start;
    expect(codes(await send(gus, 'startAction', start))).toEqual(['INCIDENT_NOT_FOUND']);
    await ada.api.send('grantSight', { incident, viewer: { member: gus.member } }, 'position');
    const says = [
      await send(gus, 'startAction', start),
      await send(gus, 'extendAction', { incident, action, minutes: 20 }),
      await send(gus, 'finishAction', { incident, action, outcome: 'WORKED' }),
    ];
    expect(says.map((one) => one.action?.status)).toEqual(['STARTED', 'STARTED', 'FINISHED']);
  });
});

describe('earlier attempts', () => {
  const noticed = `notices { __typename code message
    ... on EarlierAttempts { attempts { id outcome incident { id } } } } action { id }`;
  type Noticed = {
    notices: { code: string; message: string; attempts: object[] }[];
    action: { id: string };
  };

  it('are told to who proposes or starts the same again, those that they may see', async () => {
    await database.setClock('2026-03-05T12:00:00Z', 0);
    const same = fresh();
    const attempt = async (outcome: string | null) => {
      const incident = await declare(ada.api);
      const action = newId('act');
      await send(ada, 'startAction', { incident, action, ...same });
      if (outcome !== null) await send(ada, 'finishAction', { incident, action, outcome });
      return { incident, action };
    };
    const first = await attempt('NO_EFFECT');
    await database.setClock('2026-03-07T11:00:00Z', 0);
    const second = await attempt('MADE_WORSE');
    await database.setClock('2026-03-08T12:00:00Z', 0);
    const incident = await declare(bob.api);
    const input = { incident, ...same, idempotencyKey: `again ${incident}` };
    const told = await bob.api.send<Noticed>('proposeAction', input, noticed);
    expect(told.notices).toEqual([
      {
        __typename: 'EarlierAttempts',
        code: 'EARLIER_ATTEMPTS',
        message: expect.stringMatching(
          /^Tried 2 times before: MADE_WORSE 1 day ago in INC-\d+ by Ada; NO_EFFECT 3 days ago in INC-\d+ by Ada$/,
        ),
        attempts: [
          { id: second.action, outcome: 'MADE_WORSE', incident: { id: second.incident } },
          { id: first.action, outcome: 'NO_EFFECT', incident: { id: first.incident } },
        ],
      },
    ]);
    expect(await bob.api.send<Noticed>('proposeAction', input, noticed)).toEqual(told);
    await hide(second.incident);
    const start = { incident, ...same, action: told.action.id };
    const { notices } = await bob.api.send<Noticed>('startAction', start, noticed);
    const ofAttempts = notices.filter(({ code }) => code === 'EARLIER_ATTEMPTS');
    expect(ofAttempts.map(({ attempts }) => attempts)).toMatchObject([[{ id: first.action }]]);
    const other = { incident: await declare(bob.api), ...same, kind: 'SCALE', intent: 'DIAGNOSE' };
    const free = await bob.api.send<Noticed>('startAction', other, noticed);
    expect(free.notices).toEqual([]);
  });

  it('are no reason for a notice while they run, or when the command is refused', async () => {
    const incident = await declare(ada.api);
    const same = fresh();
    const start = await ada.api.send<Noticed>('startAction', { incident, ...same }, noticed);
    expect(start.notices.map(({ code }) => code)).toEqual(['GUARDRAIL', 'GUARDRAIL']);
    const refused = await ada.api.send<Noticed>('startAction', { incident, ...same }, noticed);
    expect(refused.notices).toEqual([]);
    const proposed = await ada.api.send<Noticed>('proposeAction', { incident, ...same }, noticed);
    expect(proposed.notices).toEqual([]);
  });
});

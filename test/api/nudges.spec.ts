import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { plusSeconds } from '../../src/kernel/instant.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { Subscriber } from '../support/subscriber.js';

const noon = '2026-03-01T12:00:00.000000Z';
const at = (minutes: number) => plusSeconds(noon, minutes * 60);

let database: TestDatabase;
let app: TestApp;
let ada: Person;
let grace: Person;

beforeEach(async () => {
  database = await TestDatabase.create();
  await database.setClock(noon, 0);
  app = await TestApp.start(database);
  [ada, grace] = [await app.person('Ada'), await app.person('Grace')];
});
afterEach(async () => {
  await app.close();
  await database.drop();
});

type Event = { readonly type: string; readonly sentence: string };
type Recorded = {
  readonly events: readonly Event[];
  readonly refusals: readonly { readonly code: string; readonly path: string[] | null }[];
};
const send = (mutation: string, input: object, by = ada): Promise<Recorded> =>
  by.api.send<Recorded>(mutation, input, 'events { type sentence } refusals { code path }');

/** Lets time come to some seconds after noon, and policies do what is due. */
const come = async (seconds: number, ...apps: TestApp[]): Promise<void> => {
  await database.setClock(plusSeconds(noon, seconds), 0);
  await Promise.all([app, ...apps].map((one) => one.settle()));
};

const timeline = async (incident: string, by = ada): Promise<readonly Event[]> => {
  const { incident: found } = await by.api.ask<{
    incident: { timeline: { nodes: readonly Event[] } };
  }>(
    'query ($id: ID!) { incident(id: $id) { timeline(first: 200) { nodes { type sentence } } } }',
    { id: incident },
  );
  return found.timeline.nodes;
};
const sentences = async (incident: string, type = 'NudgeRaised') =>
  (await timeline(incident)).filter((one) => one.type === type).map((one) => one.sentence);

type Clock = Readonly<Record<'nudge' | 'state' | 'causedBy', string>> &
  Readonly<Record<'about' | 'since' | 'dueAt' | 'snoozedUntil' | 'raisedAt', string | null>>;
const clocks = async (incident: string): Promise<readonly Clock[]> =>
  (
    await ada.api.ask<{ incident: { clocks: readonly Clock[] } }>(
      `query ($id: ID!) { incident(id: $id) {
        clocks { nudge about state since dueAt snoozedUntil raisedAt causedBy } } }`,
      { id: incident },
    )
  ).incident.clocks;
const clock = async (incident: string, nudge: string, about: string | null = null) =>
  (await clocks(incident)).find((one) => one.nudge === nudge && one.about === about);

type Reminder = {
  readonly nudge: string;
  readonly state: string;
  readonly incident: { readonly id: string };
  readonly clearedBy: { readonly type: string } | null;
} & Readonly<Record<'about' | 'raisedAt' | 'clearedAt' | 'reason', string | null>>;
type Reminders = { nodes: readonly Reminder[]; pageInfo: { endCursor: string } };
const reminders = async (where: object = {}, by = ada, page: object = {}): Promise<Reminders> =>
  (
    await by.api.ask<{ nudges: Reminders }>(
      `query ($where: RemindersWhere, $first: Int, $after: Cursor) {
        nudges(where: $where, first: $first, after: $after) {
          nodes { nudge about state raisedAt clearedAt reason incident { id } clearedBy { type } }
          pageInfo { endCursor } } }`,
      { where, ...page },
    )
  ).nudges;

describe('reminders', () => {
  it('come at their minute, and not a second before', async () => {
    const incident = await declare(ada.api);
    const raised = async (seconds: number) => {
      await come(seconds);
      return sentences(incident);
    };
    expect(await raised(299)).toEqual([]);
    const five = ['Reminder: nobody has been in command for 5 minutes'];
    expect(await raised(300)).toEqual(five);
    expect(await raised(599)).toEqual(five);
    const ten = [
      ...five,
      ...[
        'Reminder: nobody has assessed the scope for 10 minutes',
        'Reminder: nobody has started a check for 10 minutes',
      ].toSorted((one) => (one.includes('check') ? -1 : 1)),
    ];
    expect(await raised(600)).toEqual(ten);
    expect(await raised(1_799)).toEqual(ten);
    const thirty = (await raised(1_800)).slice(ten.length);
    expect(thirty.toSorted()).toEqual([
      'Reminder: customers have heard nothing for 30 minutes',
      'Reminder: nobody has heard anything on the status page for 30 minutes',
      'Reminder: nobody within the organization has heard anything for 30 minutes',
      'Reminder: there has been no progress for 30 minutes',
    ]);
    expect(await raised(3_599)).toHaveLength(7);
    expect((await raised(3_600)).at(-1)).toBe(
      'Reminder: bring in help, since there has been no progress for 60 minutes',
    );
    expect(await raised(90_000)).toHaveLength(8);
  });

  it('are over with what they ask for, in the same command', async () => {
    const incident = await declare(ada.api);
    await come(600);
    const taken = await send('takeCommand', { incident });
    expect(taken.events.map(({ sentence }) => sentence).slice(-1)).toEqual([
      'The reminder of a missing commander is over',
    ]);
    await send('relinquishCommand', { incident });
    await come(899);
    expect(await sentences(incident)).toHaveLength(3);
    await come(900);
    expect((await sentences(incident)).at(-1)).toBe(
      'Reminder: nobody has been in command for 5 minutes',
    );
  });

  it('come when an update was promised, and go with it', async () => {
    const incident = await declare(ada.api);
    const audience = 'STATUS_PAGE';
    await send('promiseUpdate', { incident, audience, at: at(50) });
    await come(50 * 60 - 1);
    const promised =
      'Reminder: readers of the status page were promised an update that has not come';
    expect(await sentences(incident)).not.toContain(promised);
    await come(50 * 60);
    expect(await sentences(incident)).toContain(promised);
    expect((await sentences(incident)).join()).not.toContain('status page for');
    const published = await send('publishUpdate', { incident, audience, text: 'Still at it' });
    expect(published.events.map(({ type }) => type)).toEqual(['UpdatePublished', 'NudgeCleared']);
    expect(await clock(incident, 'SILENCE', audience)).toMatchObject({
      ...{ state: 'WAITING', since: at(50), dueAt: at(80) },
    });
  });

  it('all end with the response, and begin anew when it is reopened', async () => {
    const incident = await declare(ada.api);
    await come(1_800);
    const ended = await send('resolveIncident', { incident });
    expect(ended.events.map(({ type }) => type)).toEqual([
      ...['GuardrailTripped', 'IncidentResolved'],
      ...Array<string>(7).fill('NudgeCleared'),
    ]);
    expect(await clocks(incident)).toEqual([]);
    await come(80_000);
    expect(await sentences(incident)).toHaveLength(7);
    await send('reopenIncident', { incident, reason: 'It is back' });
    expect(await clock(incident, 'STALLED')).toMatchObject({ dueAt: plusSeconds(noon, 81_800) });
    await come(81_800);
    expect(await sentences(incident)).toHaveLength(14);
  });

  it('are moved by a change of severity, to a time that is past too', async () => {
    const incident = await declare(ada.api, { severity: 'SEV3' });
    await come(2_400);
    expect((await sentences(incident)).join()).not.toContain('customers');
    await send('changeSeverity', { incident, severity: 'SEV1', reason: 'Spreading' });
    await come(2_400);
    expect((await sentences(incident)).slice(-2).toSorted()).toEqual([
      'Reminder: customers have heard nothing for 40 minutes',
      'Reminder: nobody has heard anything on the status page for 40 minutes',
    ]);
  });

  it('do not come in retrospect', async () => {
    const incident = await declare(ada.api, { mode: 'RETROSPECTIVE' });
    await come(90_000);
    expect(await sentences(incident)).toEqual([]);
    expect(await clocks(incident)).toEqual([]);
  });

  it('come before a lease ends and before an offer does', async () => {
    const incident = await declare(ada.api);
    await send('takeCommand', { incident });
    const work = { target: 'service/checkout', kind: 'ROLLBACK', intent: 'CONTAIN' };
    const { action } = await ada.api.send<{ action: { id: string } }>(
      'startAction',
      { incident, ...work, leaseMinutes: 10 },
      'action { id } refusals { code }',
    );
    await send('joinIncident', { incident }, grace);
    await send('offerCommand', { incident, to: grace.member, minutes: 5 });
    await come(179);
    expect(await sentences(incident)).toEqual([]);
    await come(180);
    expect(await sentences(incident)).toEqual([
      'Reminder: the offer of command is about to expire',
    ]);
    await come(7 * 60 - 1);
    expect(await sentences(incident)).toHaveLength(1);
    await come(7 * 60);
    expect((await sentences(incident)).at(-1)).toBe(
      'Reminder: the lease of the rollback of service/checkout is about to end',
    );
    expect(await clock(incident, 'LEASE_EXPIRING', action.id)).toMatchObject({ state: 'RAISED' });
    const extended = await send('extendAction', { incident, action: action.id, minutes: 4 });
    expect(extended.events.map(({ type }) => type)).toEqual(['ActionExtended', 'NudgeCleared']);
    expect(await clock(incident, 'LEASE_EXPIRING', action.id)).toMatchObject({
      ...{ state: 'WAITING', dueAt: at(9) },
    });
    await come(9 * 60);
    await come(11 * 60);
    const ofAction = (await timeline(incident)).filter(({ sentence }) =>
      sentence.includes('lease'),
    );
    expect(ofAction.map(({ type }) => type)).toEqual([
      ...['NudgeRaised', 'NudgeCleared', 'NudgeRaised', 'ActionLeaseExpired', 'NudgeCleared'],
    ]);
  });
});

describe('putting a reminder off', () => {
  const later = { nudge: 'NO_SCOPE', reason: 'Waiting for the metrics' };

  it('lets it come at its time, if it is still missing', async () => {
    const incident = await declare(ada.api);
    const snoozed = await send('snoozeNudge', { incident, ...later, minutes: 60 });
    expect(snoozed.events.map(({ sentence }) => sentence)).toEqual([
      'Ada put the reminder of a missing scope off until 2026-03-01 13:00 UTC: Waiting for the metrics',
    ]);
    expect(await clock(incident, 'NO_SCOPE')).toMatchObject({
      ...{ state: 'SNOOZED', since: noon, dueAt: at(60), snoozedUntil: at(60), raisedAt: null },
    });
    await come(3_599);
    expect((await sentences(incident)).join()).not.toContain('scope');
    await come(3_600);
    expect(await clock(incident, 'NO_SCOPE')).toMatchObject({
      ...{ state: 'RAISED', dueAt: null, snoozedUntil: null, raisedAt: at(60) },
    });
    expect((await send('snoozeNudge', { incident, ...later, until: at(90) })).refusals).toEqual([]);
    expect((await send('snoozeNudge', { incident, ...later, until: at(90) })).events).toEqual([]);
    const scope = { incident, extent: 'WHOLE_APP', affected: 'ALL_USERS' };
    expect((await send('assessScope', scope)).events.map(({ type }) => type)).toEqual([
      ...['ScopeAssessed', 'NudgeCleared'],
    ]);
    await come(5_400);
    const about = (await timeline(incident)).filter(({ sentence }) => sentence.includes('scope'));
    expect(about.map(({ type }) => type)).toEqual([
      ...['NudgeSnoozed', 'NudgeRaised', 'NudgeSnoozed', 'ScopeAssessed', 'NudgeCleared'],
    ]);
  });

  it('is refused for what does not run, and for times that make no sense', async () => {
    const incident = await declare(ada.api);
    expect(await send('snoozeNudge', { incident, ...later, minutes: 10 })).toMatchObject({
      refusals: [{ code: 'SNOOZE_TIME_INVALID', path: ['input', 'minutes'] }],
    });
    expect(await send('snoozeNudge', { incident, ...later, until: at(1_451) })).toMatchObject({
      refusals: [{ code: 'SNOOZE_TIME_INVALID', path: ['input', 'until'] }],
    });
    const none = { incident, ...later, nudge: 'OFFER_EXPIRING', minutes: 10 };
    expect(await send('snoozeNudge', none)).toMatchObject({
      refusals: [{ code: 'CLOCK_NOT_RUNNING' }],
    });
    for (const bad of [{}, { minutes: 60, until: at(60) }])
      expect(await send('snoozeNudge', { incident, ...later, ...bad })).toMatchObject({
        refusals: [{ code: 'SNOOZE_TIME_UNCLEAR' }],
      });
  });

  it('meets the reminder itself at the same moment, and one of both comes first', async () => {
    const incident = await declare(ada.api);
    await database.setClock(at(10), 0);
    await Promise.all([
      ...Array.from({ length: 10 }, () =>
        send('snoozeNudge', { incident, ...later, until: at(30) }),
      ),
      app.settle(),
    ]);
    const about = (await timeline(incident)).filter(({ sentence }) => sentence.includes('scope'));
    expect(['NudgeSnoozed', 'NudgeRaised NudgeSnoozed']).toContain(
      about.map(({ type }) => type).join(' '),
    );
    await come(1_799);
    expect(await clock(incident, 'NO_SCOPE')).toMatchObject({ state: 'SNOOZED' });
    await come(1_800);
    expect(await clock(incident, 'NO_SCOPE')).toMatchObject({ state: 'RAISED' });
  });
});

describe('reminders of several servers', () => {
  it('come once, whoever is first', async () => {
    const other = await TestApp.start(database, { organization: app.organization });
    try {
      const incidents = await Promise.all(Array.from({ length: 5 }, () => declare(ada.api)));
      for (const seconds of [300, 600, 1_800]) await come(seconds, other);
      for (const incident of incidents) expect(await sentences(incident)).toHaveLength(7);
    } finally {
      await other.close();
    }
  });

  it('do not meet what clears them at the same moment', async () => {
    const other = await TestApp.start(database, { organization: app.organization });
    try {
      const incidents = await Promise.all(Array.from({ length: 8 }, () => declare(ada.api)));
      await database.setClock(at(5), 0);
      await Promise.all([
        other.settle(),
        app.settle(),
        ...incidents.map((incident) => send('takeCommand', { incident })),
      ]);
      for (const incident of incidents) {
        const types = (await timeline(incident))
          .map(({ type }) => type)
          .filter((type) => type === 'CommandTaken' || type.startsWith('Nudge'));
        expect(['CommandTaken', 'NudgeRaised CommandTaken NudgeCleared']).toContain(
          types.join(' '),
        );
        expect((await reminders({ incident, states: ['RAISED', 'SNOOZED'] })).nodes).toEqual([]);
      }
    } finally {
      await other.close();
    }
  });

  it('come late, once, when none was there at their time', async () => {
    const incident = await declare(ada.api);
    await send('snoozeNudge', { incident, nudge: 'NO_SCOPE', minutes: 20, reason: 'Busy' });
    await app.close();
    await database.setClock(at(15), 0);
    app = await TestApp.start(database, { organization: app.organization });
    ada = await app.person('Ada');
    await come(15 * 60);
    await come(15 * 60);
    expect((await sentences(incident)).toSorted()).toEqual([
      'Reminder: nobody has been in command for 15 minutes',
      'Reminder: nobody has started a check for 15 minutes',
    ]);
    await come(20 * 60);
    expect((await sentences(incident)).at(-1)).toBe(
      'Reminder: nobody has assessed the scope for 20 minutes',
    );
  });

  it('begin in incidents that were declared before there were any', async () => {
    const incident = await declare(ada.api);
    await database.owner.query(`update bridgelog.due set kind = 'start-clocks', subject = '',
      at = bridgelog.bridgelog_now() where subject = 'NO_COMMANDER'`);
    await database.owner.query(`delete from bridgelog.due where kind = 'nudge'`);
    await come(60);
    expect((await clocks(incident)).map(({ dueAt }) => dueAt)).toEqual([
      ...[at(5), at(10), at(10), at(30), at(30), at(30), at(30), at(60)],
    ]);
    await come(600);
    expect(await sentences(incident)).toHaveLength(3);
  });
});

describe('the list of reminders', () => {
  it('shows what stands and what became of the others, over all incidents', async () => {
    const first = await declare(ada.api);
    const second = await declare(ada.api);
    await come(300);
    await send('takeCommand', { incident: second });
    const { nodes } = await reminders({ nudges: ['NO_COMMANDER'] });
    expect(nodes).toEqual([
      {
        ...{ nudge: 'NO_COMMANDER', about: null, state: 'CLEARED', reason: null },
        ...{ raisedAt: at(5), clearedAt: at(5), incident: { id: second } },
        clearedBy: { type: 'ResponderJoined' },
      },
      {
        ...{ nudge: 'NO_COMMANDER', about: null, state: 'RAISED', reason: null },
        ...{ raisedAt: at(5), clearedAt: null, incident: { id: first }, clearedBy: null },
      },
    ]);
    expect((await reminders({ states: ['RAISED'] })).nodes).toEqual([nodes[1]]);
    expect((await reminders({ incident: second })).nodes).toEqual([nodes[0]]);
    expect((await reminders({ nudges: ['STALLED'] })).nodes).toEqual([]);
    const page = await reminders({}, ada, { first: 1 });
    expect(page.nodes).toEqual([nodes[0]]);
    const rest = await reminders({}, ada, { first: 5, after: page.pageInfo.endCursor });
    expect(rest.nodes).toEqual([nodes[1]]);
  });

  it('shows none of incidents that are hidden, nor of another organization', async () => {
    await declare(ada.api, { restricted: true });
    await come(300);
    expect((await reminders()).nodes).toHaveLength(1);
    expect((await reminders({}, grace)).nodes).toEqual([]);
    const elsewhere = await TestApp.start(database);
    try {
      expect((await reminders({}, await elsewhere.person('Eve'))).nodes).toEqual([]);
    } finally {
      await elsewhere.close();
    }
  });
});

describe('the clocks of a list of incidents', () => {
  it('are those of each', async () => {
    await declare(ada.api, { title: 'One' });
    await come(300);
    await declare(ada.api, { title: 'Two', severity: 'SEV3' });
    const { incidents } = await ada.api.ask<{
      incidents: { nodes: { title: string; clocks: Clock[] }[] };
    }>('{ incidents { nodes { title clocks { nudge about state dueAt } } } }');
    expect(
      incidents.nodes.map(({ title, clocks: [first, ...others] }) => [
        ...[title, first?.nudge, first?.state, others.at(-1)?.dueAt],
      ]),
    ).toEqual([
      ['Two', 'NO_COMMANDER', 'WAITING', at(65)],
      ['One', 'NO_COMMANDER', 'RAISED', at(60)],
    ]);
  });
});

describe('a subscription to reminders', () => {
  const subscribe = (variables: object = {}, { token } = ada) =>
    Subscriber.start(app.url, token, variables, 'nudges');

  it('tells what becomes of them, and goes on after a cursor', async () => {
    const incident = await declare(ada.api);
    const live = await subscribe();
    await come(300);
    await send('addNote', { incident, text: 'Still looking' });
    await send('takeCommand', { incident });
    await eventually('the end of the reminder', () => live.seen.length === 2);
    expect(live.seen.map(({ type }) => type)).toEqual(['NudgeRaised', 'NudgeCleared']);
    expect(live.isLinked).toBe(true);
    const raised = live.frames.find(({ event }) => event?.type === 'NudgeRaised');
    await live.stop();
    await send('snoozeNudge', { incident, nudge: 'STALLED', minutes: 60, reason: 'Busy' });
    const resumed = await subscribe({ after: raised?.cursor });
    expect(resumed.seen.map(({ type }) => type)).toEqual(['NudgeCleared', 'NudgeSnoozed']);
    expect(resumed.isLinked).toBe(true);
    await resumed.stop();
  });

  it('tells of those alone that are asked for, and may be seen', async () => {
    const live = await subscribe();
    const [start] = live.frames;
    await live.stop();
    const [first] = [await declare(ada.api), await declare(ada.api, { restricted: true })];
    await come(600);
    const seen = async (where: object, by = ada) => {
      const one = await subscribe({ after: start?.cursor, where }, by);
      await one.stop();
      return one.seen.length;
    };
    expect(await seen({})).toBe(6);
    expect(await seen({ incident: first })).toBe(3);
    expect(await seen({ nudges: ['NO_SCOPE'] })).toBe(2);
    expect(await seen({}, grace)).toBe(3);
    expect(await seen({ nudges: ['NO_SCOPE'] }, grace)).toBe(1);
  });
});

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

type Refusal = { code: string; message: string; path: string[] | null; into?: object | null };
type Recorded = {
  events: { type: string; sentence: string }[];
  replayed: boolean;
  incident: { id: string; phase: string } | null;
  refusals: Refusal[];
};
const fields = `events { type sentence } replayed incident { id phase }
  refusals { code message path ... on AlreadyMerged { into { id } } }`;
const send = (by: Pick<Person, 'api'>, mutation: string, input: object) =>
  by.api.send<Recorded>(mutation, input, fields);
const merge = (incident: string, into: string, more: object = {}, by = ada) =>
  send(by, 'mergeIncident', { incident, into, ...more });
const codes = ({ refusals }: Recorded): string => refusals.map(({ code }) => code).join();

type Shown = {
  reference: string;
  phase: string;
  mergedInto: { id: string } | null;
  mergedFrom: { nodes: { id: string }[] };
  timeline: { nodes: { type: string; sentence: string }[] };
};
const show = async (incident: string, by: Pick<Person, 'api'> = ada): Promise<Shown> => {
  const found = await by.api.ask<{ incident: Shown }>(
    `query ($incident: ID!) { incident(id: $incident) { reference phase mergedInto { id }
      mergedFrom { nodes { id } } timeline { nodes { type sentence } } } }`,
    { incident },
  );
  return found.incident;
};
const typesOf = async (incident: string) =>
  (await show(incident)).timeline.nodes.map(({ type }) => type);
const two = () => Promise.all([declare(ada.api), declare(ada.api)]);

describe('merging an incident', () => {
  it('ends it and is told in both; each leads to the other', async () => {
    const [duplicate, survivor] = await two();
    await send(ada, 'takeCommand', { incident: duplicate });
    const offer = { incident: duplicate, to: grace.member };
    await send(ada, 'offerCommand', offer);
    const answer = await merge(duplicate, survivor, { reason: 'Same deploy' });
    const { reference } = await show(survivor);
    const own = (await show(duplicate)).reference;
    expect(answer).toMatchObject({ incident: { phase: 'MERGED' }, refusals: [] });
    expect(answer.events.map(({ sentence }) => sentence)).toEqual([
      'Ada withdrew the offer of command to Grace',
      `Ada merged the incident into ${reference}: Same deploy`,
      'Ada relinquished command',
      `Ada merged ${own} into the incident`,
    ]);
    expect(await show(duplicate)).toMatchObject({ mergedInto: { id: survivor } });
    expect(await show(survivor)).toMatchObject({
      phase: 'INVESTIGATING',
      mergedInto: null,
      mergedFrom: { nodes: [{ id: duplicate }] },
    });
    const listed = await ada.api.ask<{ incidents: { nodes: { id: string }[] } }>(
      '{ incidents(where: { phase: [MERGED] }) { nodes { id } } }',
    );
    expect(listed.incidents.nodes).toContainEqual({ id: duplicate });
  });

  it('is answered in full when repeated, and merges once', async () => {
    const [duplicate, survivor] = await two();
    const first = await merge(duplicate, survivor, { idempotencyKey: duplicate });
    expect(first.events).toHaveLength(2);
    const again = await merge(duplicate, survivor, { idempotencyKey: duplicate });
    expect(again).toEqual({ ...first, replayed: true });
    expect(await merge(duplicate, survivor)).toMatchObject({ events: [], refusals: [] });
    expect(await typesOf(survivor)).toEqual(['IncidentDeclared', 'IncidentAbsorbed']);
  });

  it('of 20 at once records one, and of 20 into one all', async () => {
    const [duplicate, survivor] = await two();
    const same = await Promise.all(
      Array.from({ length: 20 }, (_, n) => merge(duplicate, survivor, {}, n % 2 ? ada : grace)),
    );
    expect(same.map(codes)).toEqual(same.map(() => ''));
    expect(same.filter(({ events }) => events.length > 0)).toHaveLength(1);
    const many = await Promise.all(Array.from({ length: 20 }, () => declare(ada.api)));
    const all = await Promise.all(many.map((one) => merge(one, survivor)));
    expect(all.map(codes)).toEqual(all.map(() => ''));
    const { mergedFrom } = await show(survivor);
    expect(mergedFrom.nodes.map(({ id }) => id).sort()).toEqual([duplicate, ...many].sort());
    expect(await typesOf(survivor)).toHaveLength(22);
  });

  it('crosswise at once ends one of the two, over two servers', async () => {
    const other = await TestApp.start(database, { organization: app.organization });
    try {
      const there = await other.person('Lin');
      for (let round = 0; round < 8; round += 1) {
        const [one, two_] = await two();
        const answers = await Promise.all([
          merge(one, two_),
          merge(two_, one, {}, there),
          send(there, 'addNote', { incident: one, text: 'Meanwhile' }),
          send(ada, 'addNote', { incident: two_, text: 'Meanwhile' }),
        ]);
        expect(answers.map(codes).sort()).toEqual(['', '', '', 'INCIDENT_MERGED']);
        const phases = [(await show(one)).phase, (await show(two_)).phase];
        expect(phases.sort()).toEqual(['INVESTIGATING', 'MERGED']);
        const types = [...(await typesOf(one)), ...(await typesOf(two_))];
        expect(types.filter((type) => type === 'IncidentMerged')).toHaveLength(1);
        expect(types.filter((type) => type === 'IncidentAbsorbed')).toHaveLength(1);
      }
    } finally {
      await other.close();
    }
  });

  it('is refused into itself, what there is not, what was declined, and another mode', async () => {
    const [duplicate, declined] = await two();
    await send(ada, 'declineIncident', { incident: declined, reason: 'False alarm' });
    const drill = await declare(ada.api, { mode: 'DRILL' });
    const refusedInto = async (into: string) => {
      const { refusals, incident } = await merge(duplicate, into);
      expect(incident?.phase).toBe('INVESTIGATING');
      return refusals.map(({ code, path }) => `${code} ${path?.join('.') ?? ''}`).join();
    };
    expect(await refusedInto(duplicate)).toBe('MERGED_INTO_ITSELF input.into');
    expect(await refusedInto(newId('inc'))).toBe('INCIDENT_NOT_FOUND input.into');
    expect(await refusedInto(declined)).toBe('SURVIVOR_DECLINED input.into');
    expect(await refusedInto(drill)).toBe('MODES_DIFFER input.into');
    expect(await typesOf(drill)).toEqual(['IncidentDeclared']);
  });

  it('in a chain leads on step by step', async () => {
    const [first, second] = await two();
    const third = await declare(ada.api);
    await merge(first, second);
    await merge(second, third);
    expect(await show(first)).toMatchObject({ mergedInto: { id: second } });
    expect(await show(second)).toMatchObject({ mergedInto: { id: third } });
    const { reference } = await show(third);
    const late = await merge(await declare(ada.api), second);
    expect(late.refusals).toEqual([
      {
        code: 'INCIDENT_MERGED',
        message: `It was merged into ${reference} itself: merge into that`,
        path: ['input', 'into'],
        into: { id: third },
      },
    ]);
  });
});

describe('a merged incident', () => {
  it('takes notes and names the one that goes on for all that is to be done', async () => {
    const [duplicate, survivor] = await two();
    const action = newId('act');
    const work = { target: 'service/merged', kind: 'ROLLBACK', intent: 'CONTAIN' };
    await send(ada, 'startAction', { incident: duplicate, action, ...work });
    await merge(duplicate, survivor);
    const { reference } = await show(survivor);
    for (const [mutation, input] of [
      ['takeCommand', {}],
      ['startAction', work],
      ['resolveIncident', {}],
      ['closeIncident', {}],
      ['reopenIncident', { reason: 'It is back' }],
      ['declineIncident', { reason: 'No' }],
    ] as const)
      expect([
        mutation,
        (await send(ada, mutation, { incident: duplicate, ...input })).refusals,
      ]).toEqual([
        mutation,
        [
          {
            code: 'INCIDENT_MERGED',
            message: `It was merged into ${reference}: go on there`,
            path: null,
            into: { id: survivor },
          },
        ],
      ]);
    expect(codes(await send(ada, 'addNote', { incident: duplicate, text: 'For the record' }))).toBe(
      '',
    );
    // What was under way keeps its target until it is finished.
    expect(codes(await send(ada, 'startAction', { incident: survivor, ...work }))).toBe(
      'ACTION_CONFLICT',
    );
    await send(ada, 'finishAction', { incident: duplicate, action, outcome: 'WORKED' });
    expect(codes(await send(ada, 'startAction', { incident: survivor, ...work }))).toBe('');
  });

  it('has no clocks any more', async () => {
    const [duplicate, survivor] = await two();
    await merge(duplicate, survivor);
    await database.setClock('2026-03-01T12:30:00Z', 0);
    await app.settle();
    expect(await typesOf(duplicate)).toEqual(['IncidentDeclared', 'IncidentMerged']);
    expect(await typesOf(survivor)).toContain('NudgeRaised');
  });
});

describe('work that is under way when its incident is merged', () => {
  const left = async (incident: string) => {
    const { rows } = await database.owner.query<{ kind: string }>(
      `select kind from bridgelog.due where stream = $1 and kind <> 'suspects'
        union all select key from bridgelog.reservations where stream = $1 and space = 'target'`,
      [incident],
    );
    return rows.map(({ kind }) => kind).sort();
  };
  const types = ({ events }: Recorded) => events.map(({ type }) => type);

  it.each([
    ['REAL', '13:00'],
    ['DRILL', '13:30'],
  ])(
    'keeps its lease and nothing else, reminders are taken back, and a repeat says the same: %s',
    async (mode, time) => {
      const begun = Date.parse(`2026-03-01T${time}:00Z`);
      const minutesOn = (minutes: number) =>
        database.setClock(new Date(begun + minutes * 60_000).toISOString(), 0);
      await minutesOn(0);
      const [incident, survivor] = [
        await declare(ada.api, { mode }),
        await declare(ada.api, { mode }),
      ];
      const action = newId('act');
      const target = `service/${mode.toLowerCase()}`;
      const key = mode === 'DRILL' ? `drill:/${target}` : target;
      const work = { target, kind: 'ROLLBACK', intent: 'CONTAIN', leaseMinutes: 15 };
      await send(ada, 'startAction', { incident, action, ...work });
      await minutesOn(14.5);
      await app.settle();
      const keyed = { idempotencyKey: incident };
      const first = await merge(incident, survivor, keyed);
      expect(types(first).slice(0, 1)).toEqual(['IncidentMerged']);
      expect(types(first).slice(-1)).toEqual(['IncidentAbsorbed']);
      expect(new Set(types(first).slice(1, -1))).toEqual(new Set(['NudgeCleared']));
      expect(await merge(incident, survivor, keyed)).toEqual({ ...first, replayed: true });
      expect(await left(incident)).toEqual(['lease', key].sort());
      const extended = await send(ada, 'extendAction', { incident, action, minutes: 5 });
      expect(types(extended)).toEqual(['ActionExtended']);
      await minutesOn(20);
      await app.settle();
      expect((await typesOf(incident)).at(-1)).toBe('ActionLeaseExpired');
      expect(await left(incident)).toEqual([]);
      const again = { incident, action, minutes: 5 };
      expect(codes(await send(ada, 'extendAction', again))).toBe('INCIDENT_MERGED');
      const finish = { incident, action, outcome: 'WORKED' };
      expect(types(await send(ada, 'finishAction', finish))).toEqual(['ActionFinished']);
    },
  );
});

describe('an incident that is hidden', () => {
  const restrictedOne = () => declare(ada.api, { title: 'Secret', restricted: true });

  it('is not there to merge into, nor what goes on, for who does not see it', async () => {
    const [hidden, open] = [await restrictedOne(), await declare(ada.api)];
    const nowhere = newId('inc');
    const asked = async (into: string) =>
      JSON.stringify(await merge(open, into, {}, grace)).replaceAll(into, 'it');
    expect(await asked(hidden)).toBe(await asked(nowhere));
    await merge(open, hidden);
    expect(await show(open, grace)).toMatchObject({ phase: 'MERGED', mergedInto: null });
    const { refusals } = await send(grace, 'takeCommand', { incident: open });
    expect(refusals).toEqual([
      {
        code: 'INCIDENT_MERGED',
        message: 'It was merged into an incident that you do not see: ask an admin',
        path: null,
        into: null,
      },
    ]);
  });

  it('leaves in an open one no more than that it was merged', async () => {
    const [hidden, open] = [await restrictedOne(), await declare(ada.api)];
    const answer = await merge(hidden, open, { reason: 'Secret reason' });
    expect(answer.refusals).toEqual([]);
    const seen = await show(open, grace);
    expect(seen.mergedFrom.nodes).toEqual([]);
    const { reference } = await show(hidden);
    expect(seen.timeline.nodes.at(-1)).toEqual({
      type: 'IncidentAbsorbed',
      sentence: `Ada merged ${hidden} into the incident`,
    });
    for (const secret of ['Secret', reference]) expect(JSON.stringify(seen)).not.toContain(secret);
  });

  it('is not given out by the key of a merge to who no longer sees it', async () => {
    const [open, hidden] = [await declare(ada.api), await restrictedOne()];
    const viewer = { member: grace.member };
    await send(ada, 'grantSight', { incident: hidden, viewer });
    const keyed = { idempotencyKey: open };
    expect((await merge(open, hidden, keyed, grace)).events).toHaveLength(2);
    await send(ada, 'revokeSight', { incident: hidden, viewer });
    const again = await merge(open, hidden, keyed, grace);
    expect(again.events.map(({ type }) => type)).toEqual(['IncidentMerged']);
  });

  it('is not given out to a tool that acts for somebody who sees it', async () => {
    const [open, hidden] = [await declare(ada.api), await restrictedOne()];
    const bot = { api: await app.tool('Bot', ['ACT_AS']), member: '', token: '' };
    const answer = await merge(open, hidden, { actor: { member: ada.member } }, bot);
    expect(answer.refusals).toEqual([]);
    expect(answer.events.map(({ type }) => type)).toEqual(['IncidentMerged']);
    expect(await typesOf(hidden)).toContain('IncidentAbsorbed');
  });

  it('of another organization is none', async () => {
    const elsewhere = await TestApp.start(database);
    try {
      const [lin, open] = [await elsewhere.person('Lin'), await declare(ada.api)];
      const theirs = await declare(lin.api);
      expect(codes(await merge(open, theirs))).toBe('INCIDENT_NOT_FOUND');
      expect(codes(await merge(open, theirs, {}, lin))).toBe('INCIDENT_NOT_FOUND');
    } finally {
      await elsewhere.close();
    }
  });
});

describe('declining an incident', () => {
  it('ends it with its clocks, until it is reopened', async () => {
    const incident = await declare(ada.api);
    const decline = { incident, reason: 'A false alarm' };
    expect(await send(grace, 'declineIncident', decline)).toMatchObject({
      incident: { phase: 'DECLINED' },
      events: [{ sentence: 'Grace declined the incident: A false alarm' }],
    });
    await database.setClock('2026-03-01T14:30:00Z', 0);
    await app.settle();
    expect(await typesOf(incident)).toEqual(['IncidentDeclared', 'IncidentDeclined']);
    expect(codes(await send(ada, 'takeCommand', { incident }))).toBe('WRONG_PHASE');
    expect(codes(await send(ada, 'closeIncident', { incident }))).toBe('WRONG_PHASE');
    const reopened = await send(ada, 'reopenIncident', { incident, reason: 'It was one' });
    expect(reopened).toMatchObject({ incident: { phase: 'INVESTIGATING' }, refusals: [] });
    await database.setClock('2026-03-01T14:40:00Z', 0);
    await app.settle();
    expect(await typesOf(incident)).toContain('NudgeRaised');
  });
});

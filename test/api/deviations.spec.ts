import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';
import { allGuardrails } from '../support/given-guardrails.js';

let database: TestDatabase;
let app: TestApp;
let ada: Person;
let bob: Person;
let ida: Person;

/** For incidents of the two lightest severities, in which nothing that it minds goes through. */
const strict = {
  name: 'strict',
  title: 'What is light is done by the book',
  appliesTo: [{ severities: ['SEV4', 'SEV5'] }],
  checks: ['recent-deployment', 'database', 'memory-and-cpu'].map((check) => ({
    ...{ check, title: check },
  })),
  guardrails: Object.fromEntries(
    allGuardrails.map((guardrail) => [
      guardrail,
      { default: 'NOTE', SEV4: 'REASON', SEV5: 'BLOCK' },
    ]),
  ),
};

beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  [ada, bob, ida] = [
    await app.person('Ada'),
    await app.person('Bob'),
    await app.person('Ida', 'ADMIN'),
  ];
  const created = await ida.api.send<Pick<Answer, 'refusals'>>(
    'createPlaybook',
    { yaml: JSON.stringify(strict) },
    'refusals { code message }',
  );
  expect(created.refusals).toEqual([]);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

type Deviation = {
  guardrail: string;
  subject: string | null;
  kind: string;
  reason: string | null;
  by: { name: string };
  at: string;
  event: { type: string };
  incident: { id: string };
};
type Page = {
  nodes: Deviation[];
  pageInfo: { endCursor: string; startCursor: string; hasNextPage: boolean };
};
type Count = { guardrail: string; noted: number; blocked: number; overridden: number };

const deviation = `nodes { guardrail subject kind reason by { name } at event { type } incident { id } }
  pageInfo { endCursor startCursor hasNextPage }`;
const deviationsIn = async (by: Person, incident: string, page = 'first: 50'): Promise<Page> => {
  const query = `query ($id: ID!) { incident(id: $id) { deviations(${page}) { ${deviation} } } }`;
  const answer = await by.api.ask<{ incident: { deviations: Page } }>(query, { id: incident });
  return answer.incident.deviations;
};
const deviations = async (by: Person, args: string): Promise<Page> =>
  (await by.api.ask<{ deviations: Page }>(`{ deviations(${args}) { ${deviation} } }`)).deviations;
const counts = async (by: Person, where = ''): Promise<(Count & { incidents: number })[]> => {
  const args = where === '' ? '' : `(where: ${where})`;
  const query = `{ guardrailCounts${args} { guardrail noted blocked overridden incidents } }`;
  return (await by.api.ask<{ guardrailCounts: (Count & { incidents: number })[] }>(query))
    .guardrailCounts;
};

type Answer = {
  refusals: {
    __typename: string;
    code: string;
    message: string;
    guardrail?: string;
    mode?: string;
    commander?: { name: string } | null;
  }[];
  events: { type: string }[];
};
const send = (by: Person, mutation: string, input: object) =>
  by.api.send<Answer>(
    mutation,
    input,
    `refusals { __typename code message ... on GuardrailMet { guardrail subject mode commander { name } } }
     events { type }`,
  );
let targets = 0;
const fresh = () => ({ target: `node/n${(targets += 1)}`, kind: 'RESTART', intent: 'CONTAIN' });
const override = { reason: 'It cannot wait' };

describe('a strict guardrail', () => {
  it('in mode REASON is refused with all that stops it, and done with a reason', async () => {
    const incident = await declare(ada.api, { severity: 'SEV4' });
    const start = { incident, ...fresh() };
    const { refusals, events } = await send(bob, 'startAction', start);
    expect(refusals).toEqual([
      {
        __typename: 'GuardrailMet',
        code: 'GUARDRAIL',
        message:
          `A guardrail of the playbook: nobody commands (${start.target}). ` +
          'Take command first, or say in override.reason why to go on',
        ...{ guardrail: 'NO_COMMANDER', subject: start.target, mode: 'REASON', commander: null },
      },
      expect.objectContaining({ guardrail: 'SCOPE_BEFORE_TOUCH', mode: 'REASON' }),
    ]);
    expect(events.map(({ type }) => type)).toEqual(['GuardrailTripped', 'GuardrailTripped']);
    const done = await send(bob, 'startAction', { ...start, override });
    expect(done.refusals).toEqual([]);
    expect(done.events.map(({ type }) => type)).toEqual([
      'GuardrailOverridden',
      'GuardrailOverridden',
      'ActionStarted',
    ]);
    const found = await deviationsIn(ada, incident);
    expect(found.nodes.map(({ guardrail, kind, reason }) => [guardrail, kind, reason])).toEqual([
      ['NO_COMMANDER', 'BLOCKED', null],
      ['SCOPE_BEFORE_TOUCH', 'BLOCKED', null],
      ['NO_COMMANDER', 'OVERRIDDEN', override.reason],
      ['SCOPE_BEFORE_TOUCH', 'OVERRIDDEN', override.reason],
    ]);
  });

  it('names a conflict together with what else stops the command, before a reason is given', async () => {
    const work = fresh();
    await send(ada, 'startAction', { incident: await declare(ada.api), ...work });
    const incident = await declare(ada.api, { severity: 'SEV4' });
    const { refusals } = await send(bob, 'startAction', { incident, ...work });
    expect(refusals.map(({ code, guardrail }) => guardrail ?? code)).toEqual([
      'NO_COMMANDER',
      'SCOPE_BEFORE_TOUCH',
      'ACTION_CONFLICT',
    ]);
  });

  it('in mode BLOCK names the commander, who alone goes past it with a reason', async () => {
    const incident = await declare(ada.api, { severity: 'SEV5' });
    await ada.api.send('takeCommand', { incident }, 'position');
    const check = { incident, check: 'database' };
    for (const input of [check, { ...check, override }]) {
      const { refusals } = await send(bob, 'startCheck', input);
      expect(refusals).toMatchObject([
        { guardrail: 'CHECK_OUT_OF_ORDER', mode: 'BLOCK', commander: { name: 'Ada' } },
      ]);
      expect(refusals[0]?.message).toMatch(/have the commander go on, with override.reason$/);
    }
    expect((await send(ada, 'startCheck', check)).refusals).toHaveLength(1);
    expect((await send(ada, 'startCheck', { ...check, override })).refusals).toEqual([]);
  });

  it('in mode BLOCK leaves the commander a way from end to end, each step in one call', async () => {
    const taken = fresh();
    const other = await declare(ada.api);
    await send(bob, 'startAction', { incident: other, ...taken });
    const incident = await declare(bob.api, { severity: 'SEV5' });
    const asBob = await send(bob, 'startAction', { incident, ...taken, override });
    expect(asBob.refusals.map(({ code, guardrail }) => guardrail ?? code)).toEqual([
      ...['NO_COMMANDER', 'SCOPE_BEFORE_TOUCH', 'ACTION_CONFLICT'],
    ]);
    const steps: [string, object][] = [
      ['takeCommand', {}],
      ['startAction', { ...taken, override }],
      ['startCheck', { check: 'memory-and-cpu', override }],
      ['assignRole', { role: 'SCRIBE', member: ada.member, override }],
      ['resolveIncident', { override }],
      ['closeIncident', {}],
    ];
    for (const [step, input] of steps)
      expect([step, (await send(ada, step, { incident, ...input })).refusals]).toEqual([
        ...[step, []],
      ]);
    const { nodes } = await deviationsIn(ada, incident);
    const overridden = nodes.filter(({ kind }) => kind === 'OVERRIDDEN');
    expect(overridden.map(({ guardrail }) => guardrail)).toEqual([
      ...['SCOPE_BEFORE_TOUCH', 'CONFLICTING_ACTION'],
      ...['CHECK_OUT_OF_ORDER', 'TWO_HATS', 'RESOLVE_WITHOUT_CONTAINMENT'],
    ]);
  });

  it('in mode BLOCK lets somebody with a role into command, who gives a reason', async () => {
    const incident = await declare(ada.api, { severity: 'SEV5', mode: 'DRILL' });
    await send(ada, 'assignRole', { incident, role: 'SCRIBE', member: bob.member });
    const { refusals } = await send(bob, 'takeCommand', { incident });
    expect(refusals).toMatchObject([{ guardrail: 'TWO_HATS', mode: 'BLOCK', commander: null }]);
    expect(refusals[0]?.message).toMatch(/or say in override.reason why to go on$/);
    const taken = await send(bob, 'takeCommand', { incident, override });
    expect(taken.refusals).toEqual([]);
    expect(taken.events.map(({ type }) => type)).toEqual(['GuardrailOverridden', 'CommandTaken']);
  });

  it('that refused and then let through has both on the record, each once', async () => {
    const incident = await declare(ada.api, { severity: 'SEV4', mode: 'DRILL' });
    const check = { incident, check: 'database' };
    for (const times of [1, 0])
      expect((await send(bob, 'startCheck', check)).events).toHaveLength(times);
    const severity = { incident, severity: 'SEV2', reason: 'All are hit' };
    await ada.api.send('changeSeverity', severity, 'position');
    expect((await send(bob, 'startCheck', check)).refusals).toEqual([]);
    const again = await send(bob, 'startCheck', { incident, check: 'memory-and-cpu' });
    expect(again.events.map(({ type }) => type)).toEqual(['CheckStarted']);
    const { nodes } = await deviationsIn(ada, incident);
    expect(nodes.map(({ kind }) => kind)).toEqual(['BLOCKED', 'NOTED']);
  });

  it('comes after a stale term, which no reason goes past', async () => {
    const incident = await declare(ada.api, { severity: 'SEV4' });
    await ada.api.send('takeCommand', { incident }, 'position');
    const stale = { incident, term: 7, override };
    const { refusals, events } = await send(ada, 'resolveIncident', stale);
    expect(refusals.map(({ code }) => code)).toEqual(['STALE_TERM']);
    expect(events).toEqual([]);
  });
});

describe('the deviations of an incident', () => {
  it('are all that its guardrails have met, in order, page by page', async () => {
    const incident = await declare(ada.api);
    const { target, ...work } = fresh();
    await send(bob, 'startAction', { incident, target, ...work });
    await send(ada, 'startCheck', { incident, check: 'database', override });
    await send(ada, 'resolveIncident', { incident });
    const { nodes } = await deviationsIn(ada, incident);
    expect(nodes).toEqual([
      met({ guardrail: 'NO_COMMANDER', subject: target, by: { name: 'Bob' } }),
      met({ guardrail: 'SCOPE_BEFORE_TOUCH', subject: target, by: { name: 'Bob' } }),
      met({
        ...{ guardrail: 'CHECK_OUT_OF_ORDER', subject: 'recent-deployment' },
        ...{ kind: 'OVERRIDDEN', reason: override.reason, event: { type: 'GuardrailOverridden' } },
      }),
      met({ guardrail: 'RESOLVE_WITHOUT_CONTAINMENT' }),
    ]);
    const first = await deviationsIn(ada, incident, 'first: 3');
    const rest = `first: 3, after: "${first.pageInfo.endCursor}"`;
    const second = await deviationsIn(ada, incident, rest);
    expect([...first.nodes, ...second.nodes]).toEqual(nodes);
    const back = `last: 2, before: "${second.pageInfo.startCursor}"`;
    expect((await deviationsIn(ada, incident, back)).nodes).toEqual(nodes.slice(1, 3));
  });
});

const met = (differences: Partial<Deviation>): object => ({
  ...{ subject: null, kind: 'NOTED', reason: null, by: { name: 'Ada' } },
  ...{ at: expect.any(String), event: { type: 'GuardrailTripped' } },
  incident: { id: expect.any(String) },
  ...differences,
});

describe('the deviations of all incidents', () => {
  const resolveAt = async (time: string, input: object = {}, by = ada): Promise<string> => {
    await database.setClock(`2026-04-${time}:00Z`, 0);
    const incident = await declare(by.api, input);
    await send(by, 'resolveIncident', { incident });
    return incident;
  };
  const april = 'from: "2026-04-01T00:00:00Z"';
  const ids = ({ nodes }: Page) => nodes.map(({ incident }) => incident.id);

  it('are listed newest first, page by page, real ones unless asked otherwise', async () => {
    const made = [
      await resolveAt('01T10:00'),
      await resolveAt('01T11:00'),
      await resolveAt('01T12:00'),
    ];
    const drill = await resolveAt('01T13:00', { mode: 'DRILL' });
    const newest = made.toReversed();
    expect(ids(await deviations(bob, `where: { ${april} }`))).toEqual(newest);
    const first = await deviations(bob, `first: 2, where: { ${april} }`);
    expect([ids(first), first.pageInfo.hasNextPage]).toEqual([newest.slice(0, 2), true]);
    const after = `first: 2, after: "${first.pageInfo.endCursor}", where: { ${april} }`;
    expect(ids(await deviations(bob, after))).toEqual(newest.slice(2));
    expect(ids(await deviations(bob, `last: 1, where: { ${april} }`))).toEqual(made.slice(0, 1));
    const drills = await deviations(bob, `where: { ${april}, mode: [DRILL] }`);
    expect(ids(drills)).toEqual([drill]);
    const until = 'until: "2026-04-01T11:00:00Z"';
    expect(ids(await deviations(bob, `where: { ${april}, ${until} }`))).toEqual(made.slice(0, 1));
    const none = `where: { ${april}, guardrail: [TWO_HATS] }`;
    expect(ids(await deviations(bob, none))).toEqual([]);
    const overridden = `where: { ${april}, kind: [OVERRIDDEN] }`;
    expect(ids(await deviations(bob, overridden))).toEqual([]);
    const among = 'guardrail: [TWO_HATS, RESOLVE_WITHOUT_CONTAINMENT], kind: [NOTED, BLOCKED]';
    expect(ids(await deviations(bob, `where: { ${april}, ${among} }`))).toEqual(newest);
  });

  it('are counted by guardrail: by what came of them, and in how many incidents', async () => {
    const may = '{ from: "2026-05-01T00:00:00Z", until: "2026-06-01T00:00:00Z" }';
    await database.setClock('2026-05-01T10:00:00Z', 0);
    const incident = await declare(ada.api, { severity: 'SEV4' });
    const check = { incident, check: 'database' };
    await send(ada, 'startCheck', check);
    await send(ada, 'startCheck', { ...check, override });
    await send(ada, 'startCheck', { incident, check: 'memory-and-cpu', override });
    const other = await declare(ada.api);
    await send(ada, 'startCheck', { incident: other, check: 'database' });
    const found = await counts(bob, may);
    expect(found.map(({ guardrail }) => guardrail)).toEqual(allGuardrails);
    const outOfOrder = { guardrail: 'CHECK_OUT_OF_ORDER', noted: 1, blocked: 1, overridden: 2 };
    for (const count of found)
      expect(count).toEqual(
        count.guardrail === 'CHECK_OUT_OF_ORDER'
          ? { ...outOfOrder, incidents: 2 }
          : { guardrail: count.guardrail, noted: 0, blocked: 0, overridden: 0, incidents: 0 },
      );
    expect(await counts(bob, '{ guardrail: [NOT_DIRECTED] }')).toEqual([
      { guardrail: 'NOT_DIRECTED', noted: 0, blocked: 0, overridden: 0, incidents: 0 },
    ]);
  });

  it('are those of incidents that the viewer sees, of their own organization', async () => {
    const july = 'from: "2026-07-01T00:00:00Z"';
    await database.setClock('2026-07-01T10:00:00Z', 0);
    const hidden = await declare(ida.api, { restricted: true });
    await send(ida, 'resolveIncident', { incident: hidden });
    const resolved = async (by: Person) =>
      (await counts(by, `{ ${july} }`)).find(({ noted }) => noted > 0)?.noted ?? 0;
    expect([ids(await deviations(ida, `where: { ${july} }`)), await resolved(ida)]).toEqual([
      [hidden],
      1,
    ]);
    expect([ids(await deviations(ada, `where: { ${july} }`)), await resolved(ada)]).toEqual([
      [],
      0,
    ]);
    const elsewhere = await TestApp.start(database);
    const eve = await elsewhere.person('Eve', 'ADMIN');
    expect([ids(await deviations(eve, 'first: 5')), await resolved(eve)]).toEqual([[], 0]);
    await elsewhere.close();
  });
});

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

type Met = { guardrail: string; subject: string | null };
type Answer = {
  replayed: boolean;
  action: { id: string; status: string } | null;
  events: (Met & { type: string; blocked?: boolean | null; reason?: string })[];
  refusals: { code: string; message: string }[];
  notices: (Met & { __typename: string; message: string })[];
};
const fields = `replayed refusals { code message }
  notices { __typename message ... on GuardrailNotice { guardrail subject } }
  events { type ... on GuardrailTripped { guardrail subject blocked }
    ... on GuardrailOverridden { guardrail subject reason } }`;
const send = (by: Person, mutation: string, input: object): Promise<Answer> =>
  by.api.send<Answer>(
    mutation,
    input,
    mutation.endsWith('Action') ? `${fields} action { id status }` : fields,
  );

let targets = 0;
const fresh = () => ({
  target: `service/s${(targets += 1)}`,
  kind: 'ROLLBACK',
  intent: 'CONTAIN',
});
const codes = ({ refusals }: Answer) => refusals.map(({ code }) => code);
const noticed = ({ notices }: Answer) =>
  notices
    .filter(({ __typename }) => __typename === 'GuardrailNotice')
    .map(({ guardrail, subject }) => [guardrail, subject]);
const recorded = ({ events }: Answer, type = 'GuardrailTripped') =>
  events.filter((event) => event.type === type).map((one) => [one.guardrail, one.subject]);
const override = { reason: 'It cannot wait' };

/** An incident that Ada commands, of which the scope is assessed. */
const inOrder = async (): Promise<string> => {
  const incident = await declare(ada.api);
  await ada.api.send('takeCommand', { incident }, 'position');
  const scope = { incident, extent: 'WHOLE_APP', affected: 'ALL_USERS' };
  await ada.api.send('assessScope', scope, 'position');
  return incident;
};

describe('a guardrail of the built-in playbook notes, and tells who met it', () => {
  const cases: Record<
    string,
    () => Promise<{ by: Person; mutation: string; input: object; subject: string | null }>
  > = {
    NO_COMMANDER: async () => {
      const work = fresh();
      const incident = await declare(ada.api);
      const scope = { incident, extent: 'WHOLE_APP', affected: 'ALL_USERS' };
      await ada.api.send('assessScope', scope, 'position');
      return starting(ada, { incident, ...work });
    },
    SCOPE_BEFORE_TOUCH: async () => {
      const incident = await declare(ada.api);
      await ada.api.send('takeCommand', { incident }, 'position');
      return starting(ada, { incident, ...fresh() });
    },
    CONTAIN_BEFORE_FIX: async () =>
      starting(ada, { incident: await inOrder(), ...fresh(), intent: 'FIX' }),
    NOT_DIRECTED: async () => starting(bob, { incident: await inOrder(), ...fresh() }),
    ALREADY_TRIED: async () => {
      const work = fresh();
      const [earlier, incident] = [await inOrder(), await inOrder()];
      await tried({ incident: earlier, ...work }, 'NO_EFFECT');
      return starting(ada, { incident, ...work });
    },
    CHECK_OUT_OF_ORDER: async () => {
      const input = { incident: await inOrder(), check: 'database' };
      return { by: ada, mutation: 'startCheck', input, subject: 'recent-deployment' };
    },
    RESOLVE_WITHOUT_CONTAINMENT: async () => {
      const input = { incident: await inOrder() };
      return { by: ada, mutation: 'resolveIncident', input, subject: null };
    },
    TWO_HATS: async () => {
      const input = { incident: await inOrder(), role: 'SCRIBE', member: ada.member };
      return { by: ada, mutation: 'assignRole', input, subject: 'scribe' };
    },
  };
  const starting = (by: Person, input: { target: string } & Record<string, unknown>) => ({
    by,
    mutation: 'startAction',
    input,
    subject: input.target,
  });

  it.each(Object.keys(cases))('%s', async (guardrail) => {
    const found = await cases[guardrail]?.();
    if (!found) throw new Error(guardrail);
    const { by, mutation, input, subject } = found;
    const answer = await send(by, mutation, input);
    expect(codes(answer)).toEqual([]);
    expect(noticed(answer)).toEqual([[guardrail, subject]]);
    expect(recorded(answer)).toEqual([[guardrail, subject]]);
    expect(answer.events.map(({ blocked }) => blocked ?? null)).not.toContain(true);
  });

  it('also in completeCheck and in acceptCommand, but not for the verdict of a check begun', async () => {
    const incident = await inOrder();
    const check = { incident, check: 'database' };
    const begun = await send(ada, 'startCheck', check);
    expect(noticed(begun)).toEqual([['CHECK_OUT_OF_ORDER', 'recent-deployment']]);
    expect(noticed(await send(ada, 'completeCheck', { ...check, verdict: 'CLEAR' }))).toEqual([]);
    const atOnce = { incident, check: 'ssl-and-dns', verdict: 'CLEAR' };
    expect(noticed(await send(bob, 'completeCheck', atOnce))).toEqual([
      ['CHECK_OUT_OF_ORDER', 'recent-deployment'],
    ]);
    await send(ada, 'assignRole', { incident, role: 'SCRIBE', member: bob.member });
    await send(ada, 'offerCommand', { incident, to: bob.member });
    expect(noticed(await send(bob, 'acceptCommand', { incident }))).toEqual([
      ['TWO_HATS', 'scribe'],
    ]);
  });

  it('and meets nothing in what changes nothing, or what is already true', async () => {
    const incident = await declare(ada.api);
    const look = { incident, ...fresh(), intent: 'DIAGNOSE' };
    expect((await send(ada, 'startAction', look)).notices).toEqual([]);
    const start = { incident, ...fresh(), action: newId('act') };
    expect(noticed(await send(ada, 'startAction', start))).toHaveLength(2);
    const again = await send(ada, 'startAction', start);
    expect([again.events, again.notices]).toEqual([[], []]);
  });
});

const tried = async (work: object, outcome: string) => {
  const { action } = await send(ada, 'startAction', work);
  const { incident } = work as { incident: string };
  await send(ada, 'finishAction', { incident, action: action?.id, outcome });
};

describe('a trip', () => {
  it('is recorded once in five minutes, and noted each time', async () => {
    const incident = await inOrder();
    const work = { incident, ...fresh() };
    const start = async (by: Person) => {
      const answer = await send(by, 'startAction', work);
      const input = { incident, action: answer.action?.id, outcome: 'ABANDONED' };
      await send(by, 'finishAction', input);
      return [noticed(answer), recorded(answer)];
    };
    const met = [['NOT_DIRECTED', work.target]];
    await database.setClock('2026-03-02T12:00:00Z', 0);
    expect(await start(bob)).toEqual([met, met]);
    await database.setClock('2026-03-02T12:04:59Z', 0);
    expect(await start(bob)).toEqual([met, []]);
    const cleo = await app.person('Cleo');
    expect(await start(cleo)).toEqual([met, met]);
    await database.setClock('2026-03-02T12:05:00Z', 0);
    expect(await start(bob)).toEqual([met, met]);
    const other = { ...work, target: fresh().target };
    expect(recorded(await send(bob, 'startAction', other))).toEqual([
      ['NOT_DIRECTED', other.target],
    ]);
  });

  it('is recorded once, however many meet it at once', async () => {
    const incident = await declare(ada.api);
    const { target, ...work } = fresh();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send(bob, 'startAction', { incident, target, ...work })),
    );
    expect(answers.filter((answer) => codes(answer).length === 0)).toHaveLength(1);
    const met = answers.flatMap((answer) => recorded(answer).map(([guardrail]) => guardrail));
    expect(met.toSorted()).toEqual(['CONFLICTING_ACTION', 'NO_COMMANDER', 'SCOPE_BEFORE_TOUCH']);
  });

  it('is told again to a repeated key, from what was recorded', async () => {
    const incident = await inOrder();
    const input = { incident, ...fresh(), idempotencyKey: incident };
    const first = await send(bob, 'startAction', input);
    const again = await send(bob, 'startAction', input);
    expect(again).toEqual({ ...first, replayed: true });
    expect(noticed(again)).toEqual([['NOT_DIRECTED', input.target]]);
  });

  it('is told of nothing that was not done: the id of the action was taken meanwhile', async () => {
    const [elsewhere, incident] = [await declare(ada.api), await declare(ada.api)];
    const action = newId('act');
    await send(ada, 'startAction', { incident: elsewhere, action, ...fresh() });
    const refused = await send(ada, 'startAction', { incident, action, ...fresh() });
    expect(codes(refused)).toEqual(['ACTION_EXISTS']);
    expect([refused.events, refused.notices]).toEqual([[], []]);
  });

  it('is nothing in retrospect, and in a drill as in reality', async () => {
    const afterwards = await declare(ada.api, { mode: 'RETROSPECTIVE' });
    const work = { ...fresh(), intent: 'FIX' };
    const quiet = await send(ada, 'startAction', { incident: afterwards, ...work });
    expect([codes(quiet), quiet.notices, recorded(quiet)]).toEqual([[], [], []]);
    const drill = await declare(ada.api, { mode: 'DRILL' });
    const met = await send(ada, 'startAction', { incident: drill, ...fresh(), intent: 'FIX' });
    expect(noticed(met).map(([guardrail]) => guardrail)).toEqual([
      'NO_COMMANDER',
      'SCOPE_BEFORE_TOUCH',
      'CONTAIN_BEFORE_FIX',
    ]);
  });
});

describe('an override', () => {
  it('is recorded with its reason each time, for all that the command meets', async () => {
    const incident = await declare(ada.api);
    const { target, ...work } = fresh();
    const met = [
      ['NO_COMMANDER', target],
      ['SCOPE_BEFORE_TOUCH', target],
    ];
    for (let times = 0; times < 2; times += 1) {
      const input = { incident, target, ...work, override };
      const answer = await send(ada, 'startAction', input);
      expect(recorded(answer, 'GuardrailOverridden')).toEqual(met);
      expect(noticed(answer)).toEqual(met);
      expect(answer.events[0]?.reason).toBe(override.reason);
      const done = { incident, action: answer.action?.id, outcome: 'ABANDONED' };
      await send(ada, 'finishAction', done);
    }
  });

  it('needs a reason in words', async () => {
    const input = { incident: await inOrder(), ...fresh(), override: { reason: ' ' } };
    await expect(send(ada, 'startAction', input)).rejects.toThrow(/reason/);
  });
});

describe('a conflicting action', () => {
  const twoIncidents = async () => [await inOrder(), await inOrder()] as const;

  it('is refused with the open one, and that it was tried is on the record once', async () => {
    const [here, there] = await twoIncidents();
    const work = fresh();
    await send(ada, 'startAction', { incident: here, ...work });
    const again = { incident: there, ...work, idempotencyKey: `again ${there}` };
    const refused = await send(ada, 'startAction', again);
    expect(codes(refused)).toEqual(['ACTION_CONFLICT']);
    expect(refused.refusals[0]?.message).toMatch(
      /join it, wait until it is finished, or say in override.reason why to go on$/,
    );
    expect(refused.notices).toEqual([]);
    expect(refused.events).toEqual([
      {
        type: 'GuardrailTripped',
        guardrail: 'CONFLICTING_ACTION',
        subject: work.target,
        blocked: true,
      },
    ]);
    const twice = await send(ada, 'startAction', again);
    expect([codes(twice), twice.events, twice.replayed]).toEqual([['ACTION_CONFLICT'], [], false]);
  });

  it('leaves the key of a refused command free for the same with a reason', async () => {
    const [here, there] = await twoIncidents();
    const work = fresh();
    await send(ada, 'startAction', { incident: here, ...work });
    const again = { incident: there, ...work, idempotencyKey: `spare ${there}` };
    expect(codes(await send(ada, 'startAction', again))).toEqual(['ACTION_CONFLICT']);
    const first = await send(ada, 'startAction', { ...again, override });
    expect(codes(first)).toEqual([]);
    expect(await send(ada, 'startAction', { ...again, override })).toEqual({
      ...first,
      replayed: true,
    });
  });

  it('of an incident in retrospect is stopped by nobody', async () => {
    const [here, work] = [await inOrder(), fresh()];
    await send(ada, 'startAction', { incident: here, ...work });
    const incident = await declare(ada.api, { mode: 'RETROSPECTIVE' });
    const shared = await send(ada, 'startAction', { incident, ...work });
    expect([codes(shared), shared.notices, recorded(shared)]).toEqual([[], [], []]);
  });

  it('that is overridden shares the target; a third meets those that are left', async () => {
    const [here, there] = await twoIncidents();
    const wider = fresh();
    const work = { ...wider, target: `${wider.target}/cart` };
    const part = { ...work, target: `${work.target}/db` };
    const first = await send(ada, 'startAction', { incident: here, ...work });
    const second = await send(ada, 'startAction', { incident: there, ...part, override });
    expect([codes(second), recorded(second, 'GuardrailOverridden')]).toEqual([
      [],
      [['CONFLICTING_ACTION', part.target]],
    ]);
    const finish = (incident: string, { action }: Answer) =>
      send(ada, 'finishAction', { incident, action: action?.id, outcome: 'WORKED' });
    const third = async () => codes(await send(ada, 'startAction', { incident: here, ...wider }));
    expect(await third()).toEqual(['ACTION_CONFLICT']);
    await finish(here, first);
    expect(await third()).toEqual(['ACTION_CONFLICT']);
    await finish(there, second);
    const free = await send(ada, 'startAction', { incident: here, ...wider });
    expect(codes(free)).toEqual([]);
    await finish(here, free);
  });

  it('expires and is extended for itself alone', async () => {
    await database.setClock('2026-03-03T12:00:00Z', 0);
    const [here, there] = await twoIncidents();
    const work = fresh();
    const first = await send(ada, 'startAction', { incident: here, ...work, leaseMinutes: 10 });
    const second = await send(ada, 'startAction', {
      ...{ incident: there, ...work, override },
      leaseMinutes: 20,
    });
    const third = async () => codes(await send(bob, 'startAction', { incident: here, ...work }));
    await database.setClock('2026-03-03T12:10:00Z', 0);
    await app.settle();
    expect(await third()).toEqual(['ACTION_CONFLICT']);
    const extend = { incident: here, action: first.action?.id, minutes: 60 };
    const refused = await send(ada, 'extendAction', extend);
    expect([codes(refused), recorded(refused)]).toEqual([
      ['ACTION_CONFLICT'],
      [['CONFLICTING_ACTION', work.target]],
    ]);
    const extended = await send(ada, 'extendAction', { ...extend, override });
    expect([codes(extended), recorded(extended, 'GuardrailOverridden')]).toEqual([
      [],
      [['CONFLICTING_ACTION', work.target]],
    ]);
    // While it lasts, a lease that is shared is extended like any other.
    const longer = { incident: there, action: second.action?.id, minutes: 30 };
    expect(recorded(await send(ada, 'extendAction', longer))).toEqual([]);
    await database.setClock('2026-03-03T12:40:00Z', 0);
    await app.settle();
    expect(await third()).toEqual(['ACTION_CONFLICT']);
    await database.setClock('2026-03-03T13:10:00Z', 0);
    await app.settle();
    expect(await third()).toEqual([]);
  });

  it.each(['in one incident', 'in many incidents'])(
    'is overridden by all but one of 20 callers at once %s, each with an action of their own',
    async (where) => {
      const one = await inOrder();
      const work = fresh();
      const callers = await Promise.all(
        Array.from({ length: 20 }, async () => ({
          incident: where === 'in one incident' ? one : await inOrder(),
          action: newId('act'),
        })),
      );
      const answers = await Promise.all(
        callers.map((caller) => send(ada, 'startAction', { ...caller, ...work, override })),
      );
      expect(answers.flatMap(codes)).toEqual([]);
      const overridden = answers.flatMap((answer) => recorded(answer, 'GuardrailOverridden'));
      expect(overridden).toEqual(
        Array.from({ length: 19 }, () => ['CONFLICTING_ACTION', work.target]),
      );
      const held = async () => {
        const { rows } = await database.owner.query(
          `select holder from bridgelog.reservations where space = 'target' and key = $1`,
          [work.target],
        );
        return rows.length;
      };
      expect(await held()).toBe(20);
      for (const caller of callers)
        await send(ada, 'finishAction', { ...caller, outcome: 'ABANDONED' });
      expect(await held()).toBe(0);
    },
  );
});

describe('what was tried before', () => {
  it('tells nothing of incidents that are hidden, to nobody: what is recorded is for all to read', async () => {
    const ida = await app.person('Ida', 'ADMIN');
    const hidden = await declare(ida.api, { restricted: true });
    const work = fresh();
    const { action } = await send(ida, 'startAction', { incident: hidden, ...work });
    const outcome = { incident: hidden, action: action?.id, outcome: 'MADE_WORSE' };
    await send(ida, 'finishAction', outcome);
    for (const by of [ada, ida]) {
      const incident = await declare(by.api);
      const start = { incident, ...work, override };
      const answer = await send(by, 'startAction', start);
      const all = [...noticed(answer), ...recorded(answer, 'GuardrailOverridden')];
      expect(all.map(([guardrail]) => guardrail)).not.toContain('ALREADY_TRIED');
      await send(by, 'finishAction', { incident, action: answer.action?.id, outcome: 'WORKED' });
    }
    const inside = await send(ida, 'startAction', { incident: hidden, ...work });
    expect(noticed(inside).map(([guardrail]) => guardrail)).toContain('ALREADY_TRIED');
  });

  it('tells a guest of nothing but the incident that they were let into', async () => {
    const gus = await app.person('Gus', 'GUEST');
    const work = fresh();
    const [elsewhere, incident] = [await inOrder(), await inOrder()];
    await tried({ incident: elsewhere, ...work }, 'NO_EFFECT');
    await ada.api.send('grantSight', { incident, viewer: { member: gus.member } }, 'position');
    const first = await send(gus, 'startAction', { incident, ...work });
    expect(noticed(first)).toEqual([['NOT_DIRECTED', work.target]]);
    const done = { incident, action: first.action?.id, outcome: 'NO_EFFECT' };
    await send(gus, 'finishAction', done);
    expect(noticed(await send(gus, 'startAction', { incident, ...work }))).toEqual([
      ['NOT_DIRECTED', work.target],
      ['ALREADY_TRIED', work.target],
    ]);
  });

  it('counts what did not help, and not what worked or was given up', async () => {
    const [incident, work] = [await inOrder(), fresh()];
    for (const outcome of ['WORKED', 'ABANDONED']) {
      await tried({ incident, ...work }, outcome);
      const answer = await send(ada, 'startAction', { incident, ...work });
      expect(noticed(answer)).toEqual([]);
      await send(ada, 'finishAction', { incident, action: answer.action?.id, outcome });
    }
    await tried({ incident, ...work }, 'MADE_WORSE');
    const other = await send(ada, 'startAction', { incident, ...work, kind: 'SCALE' });
    expect(noticed(other)).toEqual([]);
  });
});

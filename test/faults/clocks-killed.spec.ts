import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiClient } from '../../src/drill/api-client.js';
import { TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { ServerProcess } from '../support/server-process.js';

let database: TestDatabase;
let folder: string;
let colleague: string;
let running: ServerProcess[] = [];

const start = async (): Promise<ServerProcess> => {
  const server = await ServerProcess.start(folder, {
    DATABASE_URL: database.appUrl,
    DATABASE_WORKER_URL: database.workerUrl,
    BRIDGELOG_LOG_LEVEL: 'fatal',
  });
  running.push(server);
  return server;
};
const end = async (how: 'kill' | 'stop', server: ServerProcess): Promise<void> => {
  running = running.filter((one) => one !== server);
  await server[how]();
};
const endAll = async (how: 'kill' | 'stop'): Promise<void> => {
  await Promise.all(running.map((server) => end(how, server)));
};
const apiOf = ({ url, token }: ServerProcess) => new ApiClient(url, token);

beforeAll(async () => {
  database = await TestDatabase.create();
  folder = await mkdtemp(join(tmpdir(), 'bridgelog-clocks-'));
  const invited = await apiOf(await start()).send<{ member: { id: string } }>(
    'inviteMember',
    { name: 'Lin', role: 'RESPONDER' },
    'member { id }',
  );
  colleague = invited.member.id;
  await endAll('stop');
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Every test has a day of its own: the clock never goes back. */
let day = 1;
const at = (time: string) => `2026-04-${String(day).padStart(2, '0')}T${time}.000000Z`;
const reach = (time: string) => database.setClock(at(time), 0);
beforeEach(() => reach('12:00:00'));
afterEach(async () => {
  await endAll('kill');
  day += 1;
});

const declare = async (api: ApiClient): Promise<string> => {
  const input = { title: 'Checkout is down', severity: 'SEV2' };
  type Declared = { incident: { id: string } };
  return (await api.send<Declared>('declareIncident', input, 'incident { id }')).incident.id;
};
const send = async (api: ApiClient, mutation: string, input: object): Promise<void> => {
  type Answer = { refusals: { message: string }[] };
  const { refusals } = await api.send<Answer>(mutation, input, 'refusals { message }');
  expect(refusals).toEqual([]);
};

/**
 * What comes due in an incident five minutes after it began, and the event that it then gets.
 * Whatever else a process does when its time has come belongs here: a snoozed reminder, say.
 */
const comesDue = [
  {
    event: 'NudgeRaised NO_COMMANDER',
    begin: (api: ApiClient) => declare(api),
  },
  {
    event: 'CommandOfferExpired',
    begin: async (api: ApiClient) => {
      const incident = await declare(api);
      await send(api, 'takeCommand', { incident });
      await send(api, 'offerCommand', { incident, to: colleague, minutes: 5 });
      return incident;
    },
  },
  {
    event: 'ActionLeaseExpired',
    begin: async (api: ApiClient) => {
      const incident = await declare(api);
      const target = `service/checkout-${day}`;
      const action = { target, kind: 'ROLLBACK', intent: 'FIX', leaseMinutes: 5 };
      await send(api, 'startAction', { incident, ...action });
      return incident;
    },
  },
] as const;
const [reminder] = comesDue;

/** When an incident got an event, each time. */
const times = async (incident: string, event: string): Promise<string[]> => {
  const { rows } = await database.owner.query<{ at: string }>(
    `select bridgelog.instant(recorded_at) as at from bridgelog.events
      where stream = $1 and concat_ws(' ', type, payload::jsonb ->> 'nudge') = $2
      order by version`,
    [incident, event],
  );
  return rows.map((row) => row.at);
};

type DueRow = { holder: string | null };
const dueNow = async (incident: string): Promise<DueRow[]> => {
  const { rows } = await database.owner.query<DueRow>(
    'select holder from bridgelog.due where stream = $1 and at <= bridgelog.bridgelog_now()',
    [incident],
  );
  return rows;
};
const isThrough = async (incident: string) => (await dueNow(incident)).length === 0;

/** Who has claimed what is due in an incident. */
const claimer = async (incident: string): Promise<ServerProcess> => {
  let found: ServerProcess | undefined;
  await eventually('a claim', async () => {
    const [row] = await dueNow(incident);
    found = running.find(({ pid }) => row?.holder?.endsWith(` ${pid}`));
    return found !== undefined;
  });
  if (!found) throw new Error('nobody has claimed it');
  return found;
};

/** What the leases of processes that are gone come to in half a minute. */
const lapse = () =>
  database.owner.query(
    `update bridgelog.due set held_until = clock_timestamp() where holder is not null`,
  );

/** Lets no append of anybody through until it is opened. */
const holdAppends = async () => {
  const client = await database.owner.connect();
  await client.query('begin; select from bridgelog.ledgers for update');
  return async () => {
    await client.query('rollback');
    client.release();
  };
};
const waiting = `from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock' and usename = $1`;
const areAppendsWaiting = async () => {
  const app = new URL(database.appUrl).username;
  return (await database.owner.query(`select ${waiting}`, [app])).rowCount !== 0;
};
const cutAppends = () =>
  database.owner.query(`select pg_terminate_backend(pid) ${waiting}`, [
    new URL(database.appUrl).username,
  ]);

describe('a process that is killed between a claim and its append', () => {
  it.each([
    ['and the append goes with it', cutAppends],
    ['and the append goes on without it', () => Promise.resolve()],
  ])('leaves the reminder to another, %s', async (_which, fate) => {
    const servers = [await start(), await start()] as const;
    const incident = await reminder.begin(apiOf(servers[0]));
    const open = await holdAppends();
    await reach('12:05:00');
    const victim = await claimer(incident);
    await eventually('an append that waits', areAppendsWaiting);
    await end('kill', victim);
    await fate();
    await open();
    await lapse();
    await eventually('the reminder', () => isThrough(incident));
    expect(await times(incident, reminder.event)).toEqual([at('12:05:00')]);
  });

  it('leaves nothing to do once the incident is over', async () => {
    const servers = [await start(), await start()] as const;
    const incident = await reminder.begin(apiOf(servers[0]));
    const open = await holdAppends();
    await reach('12:05:00');
    const victim = await claimer(incident);
    await eventually('an append that waits', areAppendsWaiting);
    await end('kill', victim);
    await cutAppends();
    await open();
    const { rows } = await database.owner.query<{ due: object }>(
      `select to_jsonb(d) as due from bridgelog.due d where stream = $1 and subject = $2`,
      [incident, 'NO_COMMANDER'],
    );
    const [survivor] = running;
    if (!survivor) throw new Error('nobody is left');
    await send(apiOf(survivor), 'takeCommand', { incident });
    await send(apiOf(survivor), 'resolveIncident', { incident });
    expect(await isThrough(incident)).toBe(true);
    // As if the end had left it behind.
    await database.owner.query(
      `insert into bridgelog.due (organization, stream, kind, subject, at, cause, fence)
        select organization, stream, kind, subject, at, cause, fence
          from jsonb_populate_record(null::bridgelog.due, $1)`,
      [JSON.stringify(rows[0]?.due)],
    );
    await eventually('a look at it', () => isThrough(incident));
    expect(await times(incident, reminder.event)).toEqual([]);
  });
});

describe('what comes due while no process runs', () => {
  it('happens once, when they start again', async () => {
    const api = apiOf(await start());
    const begun: { incident: string; event: string }[] = [];
    for (const { begin, event } of comesDue) begun.push({ incident: await begin(api), event });
    await endAll('kill');
    await reach('12:07:00');
    await Promise.all([start(), start()]);
    for (const { incident, event } of begun) await eventually(event, () => isThrough(incident));
    await endAll('stop');
    for (const { incident, event } of begun)
      expect([event, await times(incident, event)]).toEqual([event, [at('12:07:00')]]);
  });
});

/** Two processes, of which one is killed once it has claimed what has come due. */
const killTheClaimer = async (incident: string, time: string): Promise<void> => {
  await eventually('what was due before', () => isThrough(incident));
  const open = await holdAppends();
  try {
    await reach(time);
    const victim = await claimer(incident);
    await eventually('an append that waits', areAppendsWaiting);
    await end('kill', victim);
    await cutAppends();
  } finally {
    await open();
  }
  await lapse();
  await eventually('what was due', () => isThrough(incident));
};
const snooze = (incident: string, minutes: number) => ({
  ...{ incident, nudge: 'NO_COMMANDER', minutes },
  reason: 'Grace is on her way',
});
const promise = (incident: string, time: string) => ({
  ...{ incident, audience: 'CUSTOMERS', at: at(time) },
});
const [{ event: raised }] = comesDue;
const cleared = 'NudgeCleared NO_COMMANDER';

describe('a reminder that was put off', () => {
  it('comes once, at the time it was put off to, when a process is killed over it', async () => {
    const [first] = [await start(), await start()];
    const incident = await declare(apiOf(first));
    await send(apiOf(first), 'snoozeNudge', snooze(incident, 20));
    await reach('12:19:59');
    expect(await times(incident, raised)).toEqual([]);
    await killTheClaimer(incident, '12:20:00');
    expect(await times(incident, raised)).toEqual([at('12:20:00')]);
  });

  it('comes again, once, if it had come before', async () => {
    const [first] = [await start(), await start()];
    const incident = await declare(apiOf(first));
    await reach('12:05:00');
    await eventually('the reminder', () => isThrough(incident));
    await send(apiOf(first), 'snoozeNudge', snooze(incident, 3));
    await killTheClaimer(incident, '12:08:00');
    expect(await times(incident, raised)).toEqual([at('12:05:00'), at('12:08:00')]);
  });

  it('is as it was after all processes were killed and started again', async () => {
    const incident = await declare(apiOf(await start()));
    const [old] = running;
    if (!old) throw new Error('nothing runs');
    await send(apiOf(old), 'snoozeNudge', snooze(incident, 20));
    await endAll('kill');
    await reach('12:10:00');
    const [next] = await Promise.all([start(), start()]);
    await eventually('the other reminders', () => isThrough(incident));
    expect(await times(incident, raised)).toEqual([]);
    const { incident: found } = await apiOf(next).ask<{ incident: { clocks: object[] } }>(
      'query ($id: ID!) { incident(id: $id) { clocks { nudge state snoozedUntil } } }',
      { id: incident },
    );
    expect(found.clocks).toContainEqual({
      ...{ nudge: 'NO_COMMANDER', state: 'SNOOZED', snoozedUntil: at('12:20:00') },
    });
    await reach('12:20:00');
    await eventually('the reminder', async () => (await times(incident, raised)).length > 0);
    await endAll('stop');
    expect(await times(incident, raised)).toEqual([at('12:20:00')]);
  });
});

describe('a promised update', () => {
  it('is still promised after all processes were killed and started again', async () => {
    const before = await start();
    const incident = await declare(apiOf(before));
    await send(apiOf(before), 'promiseUpdate', promise(incident, '12:45:00'));
    await endAll('kill');
    await reach('12:44:59');
    await Promise.all([start(), start()]);
    await eventually('the other reminders', () => isThrough(incident));
    expect(await times(incident, 'NudgeRaised UPDATE_PROMISED')).toEqual([]);
    await killTheClaimer(incident, '12:45:00');
    expect(await times(incident, 'NudgeRaised UPDATE_PROMISED')).toEqual([at('12:45:00')]);
  });
});

describe('a reminder that is over', () => {
  it('never comes, and one that has come is taken back once, whoever is killed', async () => {
    const [first, second] = [await start(), await start()];
    const kept = await declare(apiOf(first));
    const late = await declare(apiOf(first));
    await send(apiOf(first), 'takeCommand', { incident: kept });
    await reach('12:05:00');
    await eventually('the reminder', () => isThrough(late));
    await end('kill', first);
    await send(apiOf(second), 'takeCommand', { incident: late });
    await reach('12:30:00');
    await start();
    for (const incident of [kept, late])
      await eventually('the other reminders', () => isThrough(incident));
    await endAll('stop');
    expect([await times(kept, raised), await times(kept, cleared)]).toEqual([[], []]);
    expect(await times(late, raised)).toEqual([at('12:05:00')]);
    expect(await times(late, cleared)).toEqual([at('12:05:00')]);
  });
});

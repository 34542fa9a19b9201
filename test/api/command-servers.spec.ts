import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '../../src/drill/api-client.js';
import type { IncidentEvent } from '../../src/incident/domain/events.js';
import { applies, evolve, initialIncident } from '../../src/incident/domain/incident.js';
import type { StoredEvent } from '../../src/kernel/event.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';
import { commandTold } from '../support/histories/command-told.js';

let database: TestDatabase;
let servers: readonly TestApp[];
let ada: Person;
let people: readonly Person[];

beforeAll(async () => {
  database = await TestDatabase.create();
  const first = await TestApp.start(database);
  const { organization } = first;
  servers = [
    first,
    await TestApp.start(database, { organization }),
    await TestApp.start(database, { organization }),
  ];
  ada = await first.person('Ada');
  const others = ['Grace', 'Lin', 'Mary'].map((name) => first.person(name));
  people = [ada, ...(await Promise.all(others))];
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await database.drop();
});

type Recorded = {
  readonly events: readonly { readonly type: string }[];
  readonly incident: { readonly term: number; readonly command: { readonly term: number } | null };
  readonly refusals: readonly { readonly code: string }[];
};
const fields = 'events { type } incident { term command { term } } refusals { code }';

/** Numbers that look random and are the same in every run (Park and Miller's generator). */
const randomFrom = (seed: number) => {
  let state = seed;
  return <T>(choices: readonly T[]): T => {
    state = (state * 48_271) % 2_147_483_647;
    return choices[state % choices.length] as T;
  };
};

/** Everything that moves command; offers and answers more often, for most of them are refused. */
const mutations = [
  'takeCommand',
  ...['offerCommand', 'offerCommand', 'offerCommand'],
  ...['acceptCommand', 'acceptCommand', 'acceptCommand'],
  ...['declineCommand', 'withdrawOffer', 'relinquishCommand'],
] as const;

/** One person, who sends command after command, each to any of the servers. */
const busy = async (person: Person, incident: string, seed: number): Promise<Recorded[]> => {
  const random = randomFrom(seed);
  const answers: Recorded[] = [];
  for (let step = 0; step < 15; step += 1) {
    const mutation = random(mutations);
    const to = mutation === 'offerCommand' ? { to: random(people).member } : {};
    const api = new ApiClient(random(servers).url, person.token);
    answers.push(await api.send<Recorded>(mutation, { incident, ...to }, fields));
  }
  return answers;
};

const eventsOf = (incident: string) =>
  servers[0]?.ledger.reader.stream(servers[0].organization, incident, 1, 1_000) as Promise<
    readonly StoredEvent<IncidentEvent>[]
  >;

const settleAll = () => Promise.all(servers.map((server) => server.settle()));

describe('command, moved by four people on three servers at once', () => {
  it('has one commander at most at every version, and terms that count up by one', async () => {
    const happened = new Set<string>();
    for (let round = 1; round <= 6; round += 1) {
      await database.setClock(`2026-03-02T1${round}:00:00Z`, 0);
      const incident = await declare(ada.api);
      const answers: Recorded[] = [];
      let settled: Promise<unknown> = Promise.resolve();
      for (const part of [1, 2]) {
        const working = people.map((person, n) =>
          busy(person, incident, 100 * round + 10 * part + n),
        );
        const done = await Promise.all(working);
        answers.push(...done.flat());
        // Offers expire while the next commands come in.
        await database.setClock(`2026-03-02T1${round}:${10 * part}:00Z`, 0);
        settled = settleAll();
      }
      await settled;

      const events = await eventsOf(incident);
      expect(events.map(({ version }) => version)).toEqual(events.map((_, n) => n + 1));
      const told = commandTold(events);
      const state = events.reduce<typeof initialIncident>((before, event) => {
        expect(applies(before, event)).toBe(true);
        return evolve(before, event);
      }, initialIncident);
      expect(state).toMatchObject({ term: told.term, offer: null });
      const begun = events.filter(({ type }) => /^Command(Taken|Accepted)$/.test(type));
      expect(begun.map(({ data }) => (data as { term: number }).term)).toEqual(
        begun.map((_, n) => n + 1),
      );

      // Each was recorded for one caller, and shown to them in the term that it made.
      const answered = answers.flatMap((answer) => answer.events.map(({ type }) => type));
      const byPeople = events.filter(({ actor }) => actor.kind === 'MEMBER');
      expect(answered.sort()).toEqual(
        byPeople
          .slice(1)
          .map(({ type }) => type)
          .sort(),
      );
      for (const { incident: shown } of answers)
        expect([shown.term, null]).toContain(shown.command?.term ?? null);

      const { rows } = await database.owner.query<{ term: number; lasts: boolean }>(
        `select term, until is null as lasts from bridgelog.command_terms
          where incident = $1 order by term`,
        [incident],
      );
      expect(rows.map(({ term }) => term)).toEqual(begun.map((_, n) => n + 1));
      const lasting = rows.filter(({ lasts }) => lasts).map(({ term }) => term);
      expect(lasting).toEqual(told.commander === null ? [] : [told.term]);
      events.forEach(({ type }) => happened.add(type));
    }
    const due = await database.owner.query(`select from bridgelog.due where kind = 'offer'`);
    expect(due.rowCount).toBe(0);
    expect([...happened]).toEqual(
      expect.arrayContaining(['CommandTaken', 'CommandOffered', 'CommandAccepted']),
    );
  });
});

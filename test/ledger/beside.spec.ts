import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refuse, type Decision, type Refusal } from '../../src/kernel/decision.js';
import type { Command } from '../../src/ledger/command.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { newId } from '../../src/platform/ids.js';
import { TestDatabase } from '../support/database.js';
import { newLedger } from '../support/groups.js';
import { notebookKind, writeLine, type Notebook, type NotebookEvent } from '../support/notebook.js';

let database: TestDatabase;
let ledger: Ledger;
let organization: string;

beforeAll(async () => {
  database = await TestDatabase.create();
  ledger = database.ledger();
  organization = await newLedger(ledger);
});
afterAll(() => database.drop());

type More = Partial<Command<Notebook, NotebookEvent, Refusal>>;
type Decides = Command<Notebook, NotebookEvent, Refusal>['decide'];

const ask = (streamId: string, decide: Decides, more: More = {}, by = ledger) =>
  by.transact(notebookKind, {
    organization,
    streamId,
    actor: { kind: 'POLICY', id: 'test' },
    via: null,
    correlationId: null,
    decide,
    ...more,
  });

const line = (text: string): NotebookEvent => ({ type: 'LineWritten', data: { text } });
/** The owner of a notebook stands for the one that it was poured into: it is empty from then on. */
const pour = (streamId: string, into: string, more: More = {}, by = ledger) =>
  ask(streamId, pouredInto, { beside: into, ...more }, by);

const pouredInto = (
  { owner }: Notebook,
  _facts: unknown,
  other: Notebook | undefined,
): Decision<NotebookEvent> => {
  if (owner !== null) return refuse({ code: 'POURED', message: 'It was poured out' });
  if (other?.owner !== null) return refuse({ code: 'GONE', message: 'The other was poured out' });
  const out: NotebookEvent = { type: 'OwnerNamed', data: { member: newId('mem'), name: 'Ada' } };
  return { events: [out], beside: { events: [line('poured in'), line('to the end')] } };
};
const eventsOf = (streamId: string) => ledger.reader.stream(organization, streamId, 1, 999);
const typesOf = async (streamId: string) => (await eventsOf(streamId)).map(({ type }) => type);
const reasons = ({ refusals }: { refusals: readonly Refusal[] }) =>
  refusals.map(({ code }) => code)[0] ?? 'DONE';

describe('a decision on two streams', () => {
  it('is recorded in both, one behind the other, and answers with both', async () => {
    const [one, other] = [newId('inc'), newId('inc')];
    await ask(other, writeLine('before'));
    const outcome = await pour(one, other);
    expect(outcome).toMatchObject({ streamId: one, version: 1, state: { lines: 0 } });
    expect(outcome.events.map((event) => [event.streamId, event.version, event.type])).toEqual([
      [one, 1, 'OwnerNamed'],
      [other, 2, 'LineWritten'],
      [other, 3, 'LineWritten'],
    ]);
    expect(outcome.events).toEqual([...(await eventsOf(one)), ...(await eventsOf(other)).slice(1)]);
    const [first, second, third] = outcome.events.map(({ position }) => position);
    expect([second, third, outcome.position]).toEqual([
      Number(first) + 1,
      Number(first) + 2,
      Number(first) + 2,
    ]);
    expect(outcome.events[1]?.causationId).toBe(outcome.events[0]?.id);
    expect(await ask(other, writeLine('after'))).toMatchObject({ state: { lines: 4 } });
  });

  it('is answered in full when its key is repeated, and recorded once', async () => {
    const [one, other] = [newId('inc'), newId('inc')];
    const keyed = { idempotency: { key: one, request: { into: other } } };
    const first = await pour(one, other, keyed);
    await ask(other, writeLine('more'));
    const again = await pour(one, other, keyed);
    expect(again).toMatchObject({ replayed: true, refusals: [], streamId: one });
    expect(again.events).toEqual(first.events);
    expect(await eventsOf(other)).toHaveLength(3);
  });

  it('keeps due times and what is taken back apart', async () => {
    const [one, other] = [newId('inc'), newId('inc')];
    const at = '2999-01-01T00:00:00.000000Z';
    const due = (subject: string) => [{ kind: 'test', subject, at }];
    await ask(
      one,
      () => ({
        events: [line('a')],
        due: due('own'),
        beside: { events: [line('b')], due: due('its') },
      }),
      { beside: other },
    );
    const { rows } = await database.owner.query<{ stream: string; subject: string; cause: string }>(
      `select stream, subject, cause from bridgelog.due where kind = 'test' order by subject`,
    );
    expect(rows).toEqual([
      { stream: other, subject: 'its', cause: (await eventsOf(other))[0]?.id },
      { stream: one, subject: 'own', cause: (await eventsOf(one))[0]?.id },
    ]);
  });

  it('lets the other follow from what was decided, and not from what came by itself of it', async () => {
    const [one, other] = [newId('inc'), newId('inc')];
    const follows = () => Promise.resolve({ events: [line('by itself')], due: [] });
    const outcome = await ask(
      one,
      () => ({ events: [line('a')], follows, beside: { events: [line('b')] } }),
      { beside: other },
    );
    const [decided, , besides] = outcome.events;
    expect([besides?.streamId, besides?.causationId]).toEqual([other, decided?.id]);
  });

  it('that is refused leaves both as they were', async () => {
    const [one, other] = [newId('inc'), newId('inc')];
    await pour(other, newId('inc'));
    expect(reasons(await pour(one, other))).toBe('GONE');
    expect(await eventsOf(one)).toEqual([]);
    expect(await eventsOf(other)).toHaveLength(1);
  });
});

describe('decisions on two streams at once', () => {
  it('crosswise, one is done and the other is told so: neither waits for ever, none by half', async () => {
    const second = database.ledger();
    for (let round = 0; round < 15; round += 1) {
      const [one, other] = [newId('inc'), newId('inc')];
      const by = round % 2 ? second : ledger;
      const outcomes = await Promise.all([pour(one, other), pour(other, one, {}, by)]);
      expect(outcomes.map(reasons).sort()).toEqual(
        outcomes.some((outcome) => reasons(outcome) === 'GONE')
          ? ['DONE', 'GONE']
          : ['DONE', 'POURED'],
      );
      expect([await typesOf(one), await typesOf(other)].sort()).toEqual([
        ['LineWritten', 'LineWritten'],
        ['OwnerNamed'],
      ]);
    }
  });

  it('of one stream, twenty over two processes into twenty others: one is done', async () => {
    const second = database.ledger();
    const one = newId('inc');
    const others = Array.from({ length: 20 }, () => newId('inc'));
    const outcomes = await Promise.all(
      others.map((other, n) => pour(one, other, {}, n % 2 ? second : ledger)),
    );
    expect(outcomes.filter((outcome) => reasons(outcome) === 'DONE')).toHaveLength(1);
    const poured = await Promise.all(others.map(typesOf));
    expect(poured.filter((types) => types.length > 0)).toEqual([['LineWritten', 'LineWritten']]);
  });

  it('into one stream while it is written to, from both processes: all is recorded once', async () => {
    const second = database.ledger();
    const [busy, ...ones] = Array.from({ length: 21 }, () => newId('inc'));
    const into = String(busy);
    const outcomes = await Promise.all(
      ones.flatMap((one, n) => [
        pour(one, into, {}, n % 2 ? second : ledger),
        ask(into, writeLine(`line ${n}`), {}, n % 2 ? ledger : second),
      ]),
    );
    expect(outcomes.map(reasons)).toEqual(outcomes.map(() => 'DONE'));
    const events = await eventsOf(into);
    expect(events.map(({ version }) => version)).toEqual(
      Array.from({ length: 60 }, (_, n) => n + 1),
    );
    expect(await ask(into, writeLine('last'))).toMatchObject({ state: { lines: 61 } });
  });

  it('in a ring of five, each is recorded whole or not at all', async () => {
    const ring = Array.from({ length: 5 }, () => newId('inc'));
    const next = (n: number) => String(ring[(n + 1) % ring.length]);
    const outcomes = await Promise.all(ring.map((one, n) => pour(one, next(n))));
    const done = outcomes.map((outcome) => reasons(outcome) === 'DONE');
    expect(new Set(done)).toEqual(new Set([true, false]));
    for (const [n, one] of ring.entries()) {
      const wasInto = done[(n + ring.length - 1) % ring.length] ? 2 : 0;
      expect(await eventsOf(one)).toHaveLength(wasInto + (done[n] ? 1 : 0));
    }
  });
});

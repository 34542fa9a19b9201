import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Decision, Refusal } from '../../src/kernel/decision.js';
import type { Command } from '../../src/ledger/command.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { newId } from '../../src/platform/ids.js';
import { TestDatabase } from '../support/database.js';
import { newLedger } from '../support/groups.js';
import {
  nameOwner,
  notebookKind,
  writeLine,
  type Notebook,
  type NotebookEvent,
} from '../support/notebook.js';

let database: TestDatabase;
let ledger: Ledger;
let organization: string;

beforeAll(async () => {
  database = await TestDatabase.create();
  ledger = database.ledger();
  organization = await newLedger(ledger);
});
afterAll(() => database.drop());

type Asked<R extends Refusal> = Partial<Command<Notebook, NotebookEvent, R>>;

const ask = <R extends Refusal>(
  streamId: string,
  decide: (state: Notebook) => Decision<NotebookEvent, R>,
  more: Asked<R> = {},
  by = ledger,
) =>
  by.transact(notebookKind, {
    organization,
    streamId,
    actor: { kind: 'POLICY', id: 'test' },
    via: null,
    correlationId: null,
    decide,
    ...more,
  });

const keyed = (key: string, request: unknown = { a: 1 }) => ({ idempotency: { key, request } });
const versions = (outcomes: readonly { events: readonly { version: number }[] }[]): number[] =>
  outcomes.flatMap(({ events }) => events.map(({ version }) => version)).sort((a, b) => a - b);

describe('a command', () => {
  it('answers with the events as they are stored and the state that follows', async () => {
    const streamId = newId('inc');
    const outcome = await ask(streamId, writeLine('first'));
    expect(outcome).toMatchObject({ state: { lines: 1 }, version: 1, replayed: false });
    expect(await ledger.reader.stream(organization, streamId, 1, 9)).toEqual(outcome.events);
    expect(outcome.events[0]).toMatchObject({
      position: outcome.position,
      data: { text: 'first' },
    });
  });

  it('that is already true records nothing and succeeds', async () => {
    const streamId = newId('inc');
    const member = newId('mem');
    await ask(streamId, nameOwner(member));
    const again = await ask(streamId, nameOwner(member));
    expect(again).toMatchObject({ version: 1, events: [], refusals: [] });
  });

  it('that a rule refuses records nothing and says why', async () => {
    const streamId = newId('inc');
    const owner = newId('mem');
    await ask(streamId, nameOwner(owner));
    const refused = await ask(streamId, nameOwner(newId('mem')));
    expect(refused).toMatchObject({ version: 1, events: [], refusals: [{ code: 'OWNED', owner }] });
  });

  it('with an expected version that is not the stream’s is refused with the current one', async () => {
    const streamId = newId('inc');
    await ask(streamId, writeLine('first'));
    const refused = await ask(streamId, writeLine('second'), { expectedVersion: 0 });
    expect(refused.refusals).toMatchObject([{ code: 'VERSION_CONFLICT', currentVersion: 1 }]);
    const accepted = await ask(streamId, writeLine('second'), { expectedVersion: 1 });
    expect(accepted.version).toBe(2);
  });

  it('may have happened up to five minutes ahead of the clock, not later', async () => {
    await database.setClock('2026-03-01T12:00:00Z', 0);
    const at = (occurredAt: string) => ask(newId('inc'), writeLine('later'), { occurredAt });
    expect(await at('2026-03-01T12:05:00.000000Z')).toMatchObject({ version: 1 });
    expect(await at('2026-03-01T12:05:00.000001Z')).toMatchObject({
      version: 0,
      refusals: [{ code: 'OCCURRED_AT_AHEAD', path: ['input', 'occurredAt'] }],
    });
  });

  it('whose payload does not fit its description is a bug: thrown, nothing recorded', async () => {
    const streamId = newId('inc');
    await expect(ask(streamId, writeLine(''))).rejects.toThrow(/LineWritten.*fewer than 1/);
    expect(await ledger.reader.stream(organization, streamId, 1, 9)).toEqual([]);
  });

  it('of an organization that has no ledger is thrown', async () => {
    const nowhere = '00000000-0000-7000-8000-000000000000';
    const asked = ask(newId('inc'), writeLine('x'), { organization: nowhere });
    await expect(asked).rejects.toThrow(/no ledger/);
  });
});

describe('an idempotency key', () => {
  it('answers as the first time, with the state of now', async () => {
    const streamId = newId('inc');
    const first = await ask(streamId, writeLine('once'), keyed('k1'));
    await ask(streamId, writeLine('more'));
    const again = await ask(streamId, writeLine('once'), keyed('k1'));
    expect(again).toMatchObject({ replayed: true, state: { lines: 2 }, events: first.events });
  });

  it('of a creating command leads back to the stream that was created', async () => {
    const first = await ask(newId('inc'), writeLine('created'), keyed('k2'));
    const again = await ask(newId('inc'), writeLine('created'), keyed('k2'));
    const { streamId, events } = first;
    expect(again).toMatchObject({ streamId, events, replayed: true, state: { lines: 1 } });
  });

  it('with another request is refused', async () => {
    await ask(newId('inc'), writeLine('a'), keyed('k3', { text: 'a' }));
    const other = await ask(newId('inc'), writeLine('b'), keyed('k3', { text: 'b' }));
    expect(other.refusals).toMatchObject([{ code: 'KEY_REUSED' }]);
  });

  it('holds for an outcome that was already true', async () => {
    const streamId = newId('inc');
    const member = newId('mem');
    await ask(streamId, nameOwner(member));
    const first = await ask(streamId, nameOwner(member), keyed('k4'));
    const again = await ask(streamId, nameOwner(member), keyed('k4'));
    expect([first.replayed, again.replayed]).toEqual([false, true]);
  });

  it('is not spent by a refusal', async () => {
    const streamId = newId('inc');
    await ask(streamId, nameOwner(newId('mem')));
    const refused = await ask(streamId, nameOwner(newId('mem')), keyed('k5'));
    const later = await ask(newId('inc'), nameOwner(newId('mem')), keyed('k5'));
    expect([refused.refusals.length, later.refusals.length, later.replayed]).toEqual([1, 0, false]);
  });

  it('from 20 callers over two processes is one append and 20 equal answers', async () => {
    const other = database.ledger();
    const streamId = newId('inc');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        ask(streamId, writeLine('race'), keyed('k6'), n % 2 ? ledger : other),
      ),
    );
    for (const { events } of answers) expect(events).toEqual(answers[0]?.events);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await ledger.reader.stream(organization, streamId, 1, 99)).toHaveLength(1);
  });
});

describe('many callers on one stream', () => {
  it('256 in one process are all served, in order of arrival', async () => {
    const streamId = newId('inc');
    const outcomes = await Promise.all(
      Array.from({ length: 256 }, (_, n) => ask(streamId, writeLine(`line ${n}`))),
    );
    expect(outcomes.map(({ version }) => version)).toEqual(
      Array.from({ length: 256 }, (_, n) => n + 1),
    );
  });

  it('of three processes are all served, without a version conflict', async () => {
    const processes = [ledger, database.ledger(), database.ledger()];
    const streamId = newId('inc');
    const outcomes = await Promise.all(
      Array.from({ length: 90 }, (_, n) => ask(streamId, writeLine(`${n}`), {}, processes[n % 3])),
    );
    expect(versions(outcomes)).toEqual(Array.from({ length: 90 }, (_, n) => n + 1));
  });

  it('a refusal is never decided on what another process has changed since', async () => {
    const other = database.ledger();
    const streamId = newId('inc');
    const first = newId('mem');
    await ask(streamId, writeLine('busy'));
    const busy = Array.from({ length: 20 }, () => ask(streamId, writeLine('busy')));
    await ask(streamId, nameOwner(first), {}, other);
    const refused = await ask(streamId, nameOwner(newId('mem')));
    await Promise.all(busy);
    expect(refused.refusals).toMatchObject([{ code: 'OWNED', owner: first }]);
  });

  it('past the deadline is overloaded, and nothing was recorded', async () => {
    const late = database.ledger({ deadline: -1 });
    const streamId = newId('inc');
    await expect(ask(streamId, writeLine('x'), {}, late)).rejects.toThrow(/Too much is waiting/);
    expect(await ledger.reader.stream(organization, streamId, 1, 9)).toEqual([]);
  });
});

describe('personal fields', () => {
  it('are sealed in the table and open for the reader', async () => {
    const streamId = newId('inc');
    const { events } = await ask(streamId, nameOwner(newId('mem'), 'Grace Hopper'));
    const { rows } = await database.owner.query<{ payload: string }>(
      'select payload from bridgelog.events where stream = $1',
      [streamId],
    );
    expect(rows[0]?.payload).not.toContain('Grace');
    expect(JSON.parse(rows[0]?.payload ?? '')).toMatchObject({ name: { sealed: 1 } });
    expect(await ledger.reader.stream(organization, streamId, 1, 1)).toEqual(events);
  });

  it('open for another process with the master key, and for nobody without', async () => {
    const streamId = newId('inc');
    const { events } = await ask(streamId, nameOwner(newId('mem'), 'Grace Hopper'));
    const read = (masterKey: Buffer) =>
      database.ledger({ masterKey }).reader.stream(organization, streamId, 1, 1);
    expect(await read(Buffer.alloc(32, 7))).toEqual(events);
    await expect(read(Buffer.alloc(32, 8))).rejects.toThrow();
  });

  it('read as erased when the key of the person is gone', async () => {
    const streamId = newId('inc');
    await ask(streamId, nameOwner(newId('mem'), 'Grace Hopper'));
    await database.owner.query('delete from bridgelog.subject_keys');
    const [event] = await database.ledger().reader.stream(organization, streamId, 1, 1);
    expect(event?.data).toMatchObject({ name: '(erased)' });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ClocksService } from '../../src/clocks/clocks.service.js';
import { accept } from '../../src/kernel/decision.js';
import type { DueTime } from '../../src/kernel/decision.js';
import type { Due } from '../../src/ledger/due-times.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { newId } from '../../src/platform/ids.js';
import { TestDatabase } from '../support/database.js';
import { newLedger } from '../support/groups.js';
import { notebookKind } from '../support/notebook.js';

let database: TestDatabase;
let ledger: Ledger;
let organization: string;
let alarms: string[];
let clocks: ClocksService;
beforeAll(async () => {
  database = await TestDatabase.create();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.owner.query('delete from bridgelog.due');
  await database.setClock('2026-03-01T12:00:00Z', 0);
  alarms = [];
  ledger = database.ledger({ alarm: (message) => alarms.push(message) });
  organization = await newLedger(ledger);
  clocks = new ClocksService(ledger);
});

/** Sets or clears times on a notebook, beside a line or without one. */
const set = (due: readonly DueTime[], text?: string, streamId = newId('nbk')) =>
  ledger.transact(notebookKind, {
    organization,
    streamId,
    actor: { kind: 'POLICY', id: 'test' },
    via: null,
    correlationId: null,
    decide: () => ({
      ...(text === undefined ? accept() : accept({ type: 'LineWritten', data: { text } })),
      due,
    }),
  });
const at = (time: string) => `2026-03-01T${time}:00.000000Z`;
const clear = ({ streamId, kind, subject }: Due) =>
  set([{ kind, subject, at: null }], undefined, streamId);

describe('what is due', () => {
  it('is done when its time has come, and not before', async () => {
    const done: Due[] = [];
    clocks.register('bell', async (due) => {
      done.push(due);
      await clear(due);
    });
    const streamId = newId('nbk');
    const { events } = await set(
      [{ kind: 'bell', subject: 'noon', at: at('12:05') }],
      'x',
      streamId,
    );
    await clocks.settle();
    expect(done).toEqual([]);
    await database.setClock('2026-03-01T12:05:00Z', 0);
    await clocks.settle();
    await clocks.settle();
    expect(done).toEqual([
      {
        organization,
        streamId,
        kind: 'bell',
        subject: 'noon',
        at: at('12:05'),
        cause: events[0]?.id,
      },
    ]);
  });

  it('is set to another time, or cleared, by who knows better', async () => {
    const done: string[] = [];
    clocks.register('bell', async (due) => {
      done.push(due.subject);
      await clear(due);
    });
    const streamId = newId('nbk');
    await set([{ kind: 'bell', subject: 'later', at: at('12:05') }], 'x', streamId);
    await set([{ kind: 'bell', subject: 'later', at: at('12:30') }], 'y', streamId);
    await set([{ kind: 'bell', subject: 'never', at: at('12:05') }], 'z', streamId);
    await set([{ kind: 'bell', subject: 'never', at: null }], undefined, streamId);
    await database.setClock('2026-03-01T12:10:00Z', 0);
    await clocks.settle();
    expect(done).toEqual([]);
    await database.setClock('2026-03-01T12:30:00Z', 0);
    await clocks.settle();
    expect(done).toEqual(['later']);
  });

  it('and is only set to a later time still follows from the event that set it first', async () => {
    const causes: string[] = [];
    clocks.register('bell', async (due) => {
      causes.push(due.cause);
      const { organization, streamId, kind, subject, cause } = due;
      await ledger.transact(notebookKind, {
        ...{ organization, streamId, actor: { kind: 'POLICY', id: 'test' } },
        ...{ via: null, correlationId: null, causationId: cause },
        decide: () => ({
          ...accept(),
          due: [{ kind, subject, at: causes.length === 1 ? at('12:05') : null }],
        }),
      });
    });
    const { events } = await set([{ kind: 'bell', subject: 'a', at: at('12:00') }], 'x');
    await clocks.settle();
    await database.setClock('2026-03-01T12:05:00Z', 0);
    await clocks.settle();
    expect(causes).toEqual([events[0]?.id, events[0]?.id]);
  });

  it('is done in one go with what comes due by it', async () => {
    const done: string[] = [];
    clocks.register('first', async (due) => {
      done.push('first');
      await set(
        [
          { kind: 'first', subject: due.subject, at: null },
          { kind: 'second', subject: due.subject, at: at('12:00') },
        ],
        'x',
        due.streamId,
      );
    });
    clocks.register('second', async (due) => {
      done.push('second');
      await clear(due);
    });
    await set([{ kind: 'first', subject: 'a', at: at('12:00') }], 'x');
    await clocks.settle();
    expect(done).toEqual(['first', 'second']);
  });

  it('is done for many, page by page, past what nobody knows', async () => {
    const done = new Set<string>();
    clocks.register('bell', async (due) => {
      done.add(due.subject);
      await clear(due);
    });
    const times = Array.from({ length: 130 }, (_, nth) => `n${nth}`);
    await set(
      times.map((subject) => ({ kind: 'unknown', subject, at: at('11:00') })),
      'x',
    );
    await set(
      times.map((subject) => ({ kind: 'bell', subject, at: at('12:00') })),
      'y',
    );
    await clocks.settle();
    expect(done.size).toBe(130);
    const { rows } = await database.owner.query('select distinct kind from bridgelog.due');
    expect(rows).toEqual([{ kind: 'unknown' }]);
  });

  it('that fails is told, tried later, and keeps nobody else waiting', async () => {
    const tried: string[] = [];
    clocks.register('bell', async (due) => {
      tried.push(due.subject);
      if (due.subject === 'a') throw new Error('no');
      await clear(due);
    });
    await set([{ kind: 'bell', subject: 'a', at: at('11:00') }], 'x');
    await set([{ kind: 'bell', subject: 'b', at: at('12:00') }], 'x');
    await clocks.settle();
    await clocks.settle();
    expect(tried).toEqual(['a', 'b']);
    expect(alarms).toEqual([expect.stringMatching(/^what was due could not be done: .* bell a$/)]);
  });

  it('that failed is forgotten once it is cleared, and tried at once when it is set anew', async () => {
    const tried: string[] = [];
    clocks.register('bell', async (due) => {
      tried.push(due.at);
      if (tried.length === 1) throw new Error('no');
      await clear(due);
    });
    const streamId = newId('nbk');
    await set([{ kind: 'bell', subject: 'a', at: at('11:00') }], 'x', streamId);
    await clocks.settle();
    await set([{ kind: 'bell', subject: 'a', at: null }], undefined, streamId);
    await clocks.settle();
    await set([{ kind: 'bell', subject: 'a', at: at('11:30') }], 'y', streamId);
    await clocks.settle();
    expect(tried).toEqual([at('11:00'), at('11:30')]);
  });

  it('that stays due after it was done is a failure, and not done for ever', async () => {
    let times = 0;
    clocks.register('bell', () => {
      times += 1;
      return Promise.resolve();
    });
    await set([{ kind: 'bell', subject: 'a', at: at('12:00') }], 'x');
    await clocks.settle();
    expect([times, alarms.length]).toEqual([2, 1]);
  });

  it('is looked for at once when this process has set a time that has come', async () => {
    const rang = new Promise<string>((resolve) => {
      clocks.register('bell', async (due) => {
        await clear(due);
        resolve(due.subject);
      });
    });
    clocks.start();
    await set([{ kind: 'bell', subject: 'now', at: at('12:00') }], 'x');
    expect(await rang).toBe('now');
    await clocks.onApplicationShutdown();
  });

  it('is left to others once this process is stopping', async () => {
    clocks.register('bell', () => Promise.reject(new Error('not any more')));
    await set([{ kind: 'bell', subject: 'a', at: at('12:00') }], 'x');
    await clocks.onApplicationShutdown();
    await clocks.settle();
    expect(alarms).toEqual([]);
  });

  it('has one handler for each kind', () => {
    const nothing = () => Promise.resolve();
    clocks.register('bell', nothing);
    expect(() => clocks.register('bell', nothing)).toThrow('Two handlers');
  });
});

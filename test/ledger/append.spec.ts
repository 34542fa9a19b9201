import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { appendCall, resultOf, type AppendRow } from '../../src/ledger/append-call.js';
import type { Group, GroupResult } from '../../src/ledger/group.js';
import { listLedgers, verifyLedger } from '../../src/ledger/ledger-scan.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { newId } from '../../src/platform/ids.js';
import { newOrganization, TestDatabase } from '../support/database.js';
import { aGroup, anItem, newLedger } from '../support/groups.js';

let database: TestDatabase;
let ledger: Ledger;
let organization: string;

beforeAll(async () => {
  database = await TestDatabase.create();
  ledger = database.ledger();
  organization = await newLedger(ledger);
});
afterAll(() => database.drop());

const submit = (group: Group): Promise<GroupResult> => ledger.coalescer.submit(group);
const lastPosition = async (of = organization): Promise<number> =>
  (await ledger.feed.head(of))?.position ?? 0;
const hash = (fill: number): Buffer => Buffer.alloc(32, fill);

describe('positions', () => {
  it('are dense over streams, in the order of appends', async () => {
    const before = await lastPosition();
    const first = await submit(aGroup(organization, { events: 2 }));
    const second = await submit(aGroup(organization, { events: 3 }));
    expect(first).toMatchObject({ firstPosition: before + 1, lastPosition: before + 2 });
    expect(second).toMatchObject({ firstPosition: before + 3, lastPosition: before + 5 });
  });

  it('are dense when many callers of many organizations append at once', async () => {
    const organizations = [organization, await newLedger(ledger), await newLedger(ledger)];
    const before = await Promise.all(organizations.map(lastPosition));
    await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        submit(aGroup(organizations[index % 3] ?? '', { events: 1 + (index % 2) })),
      ),
    );
    for (const [index, each] of organizations.entries()) {
      const { rows } = await database.owner.query<{ count: number; last: number }>(
        'select count(*)::int as count, max(position) as last from bridgelog.events where organization = $1',
        [each],
      );
      expect(rows[0]?.last).toBe(rows[0]?.count);
      expect(rows[0]?.last).toBe((before[index] ?? 0) + 150);
    }
  });
});

describe('expected version', () => {
  it('a group behind its stream is a conflict that says the actual version', async () => {
    const streamId = newId('inc');
    await submit(aGroup(organization, { streamId, events: 2 }));
    const result = await submit(aGroup(organization, { streamId, expectedVersion: 1 }));
    expect(result).toEqual({ verdict: 'conflict', streamId, actualVersion: 2 });
  });

  it('of callers that race on one version, one is appended', async () => {
    const streamId = newId('inc');
    const results = await Promise.all(
      Array.from({ length: 20 }, () => submit(aGroup(organization, { streamId }))),
    );
    const verdicts = results.map(({ verdict }) => verdict).sort();
    expect(verdicts).toEqual(['appended', ...Array.from({ length: 19 }, () => 'conflict')]);
  });

  it('a group of two streams fails whole when one of them moved', async () => {
    const moved = newId('inc');
    const other = newId('inc');
    await submit(aGroup(organization, { streamId: moved }));
    const before = await lastPosition();
    const items = [anItem({ streamId: other }), anItem({ streamId: moved })];
    expect(await submit({ organization, items })).toMatchObject({ verdict: 'conflict' });
    expect(await lastPosition()).toBe(before);
    expect(await submit(aGroup(organization, { streamId: other }))).toMatchObject({
      verdict: 'appended',
    });
  });
});

describe('keys', () => {
  const key = (name: string, fill = 1) => ({ scope: 'test', key: name, requestHash: hash(fill) });

  it('the same key again answers what it recorded and records nothing', async () => {
    const streamId = newId('inc');
    await submit(aGroup(organization, { streamId, events: 2 }, { key: key('again') }));
    const before = await lastPosition();
    const again = await submit(aGroup(organization, {}, { key: key('again') }));
    expect(again).toEqual({ verdict: 'replayed', streamId, firstVersion: 1, lastVersion: 2 });
    expect(await lastPosition()).toBe(before);
  });

  it('the same key with another request is refused', async () => {
    await submit(aGroup(organization, {}, { key: key('other', 1) }));
    const again = await submit(aGroup(organization, {}, { key: key('other', 2) }));
    expect(again).toEqual({ verdict: 'key-reused' });
  });

  it('a key of another actor or organization is another key', async () => {
    const elsewhere = await newLedger(ledger);
    await submit(aGroup(organization, {}, { key: key('shared') }));
    const results = await Promise.all([
      submit(aGroup(organization, {}, { key: { ...key('shared'), scope: 'somebody' } })),
      submit(aGroup(elsewhere, {}, { key: key('shared') })),
    ]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['appended', 'appended']);
  });

  it('of 20 callers with one key, one appends and 19 get its answer', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, () => submit(aGroup(organization, {}, { key: key('race') }))),
    );
    const verdicts = results.map(({ verdict }) => verdict).sort();
    expect(verdicts).toEqual(['appended', ...Array.from({ length: 19 }, () => 'replayed')]);
  });

  it('is kept for an outcome without events', async () => {
    const streamId = newId('inc');
    await submit(aGroup(organization, { streamId }));
    const nothing = { streamId, expectedVersion: 1, events: 0 };
    await submit(aGroup(organization, nothing, { key: key('nothing') }));
    const again = await submit(aGroup(organization, nothing, { key: key('nothing') }));
    expect(again).toEqual({ verdict: 'replayed', streamId, firstVersion: 2, lastVersion: 1 });
  });

  it('is not kept for a conflict', async () => {
    const streamId = newId('inc');
    await submit(aGroup(organization, { streamId, expectedVersion: 7 }, { key: key('late') }));
    const again = await submit(aGroup(organization, { streamId }, { key: key('late') }));
    expect(again).toMatchObject({ verdict: 'appended' });
  });
});

describe('reservations', () => {
  const change = (
    op: 'take' | 'share' | 'release',
    target: string,
    holder: string,
  ): Partial<Group> => ({
    reservations: [{ op, space: 'target', key: target, holder, streamId: newId('inc') }],
  });

  it.each([
    ['waf', 'waf'],
    ['service/checkout', 'service'],
    ['service', 'service/checkout/db'],
  ])('while %s is held, %s is reserved, and the answer names the holder', async (held, wanted) => {
    const ours = await newLedger(ledger);
    await submit(aGroup(ours, {}, change('take', held, 'act_1')));
    const result = await submit(aGroup(ours, {}, change('take', wanted, 'act_2')));
    expect(result).toMatchObject({ verdict: 'reserved', index: 0, key: held, holder: 'act_1' });
  });

  it.each(['service-a', 'servic', 'service0', 'other/service'])(
    'while service is held, %s is free',
    async (wanted) => {
      const ours = await newLedger(ledger);
      await submit(aGroup(ours, {}, change('take', 'service', 'act_1')));
      const result = await submit(aGroup(ours, {}, change('take', wanted, 'act_2')));
      expect(result).toMatchObject({ verdict: 'appended' });
    },
  );

  it('a released key is free, another organization is not touched, a shared one is granted', async () => {
    const [ours, theirs] = [await newLedger(ledger), await newLedger(ledger)];
    await submit(aGroup(ours, {}, change('take', 'waf', 'act_1')));
    const results = [
      await submit(aGroup(theirs, {}, change('take', 'waf', 'act_2'))),
      await submit(aGroup(ours, {}, change('share', 'waf', 'act_3'))),
      await submit(aGroup(ours, {}, change('release', 'waf', 'act_1'))),
      await submit(aGroup(ours, {}, change('take', 'waf', 'act_4'))),
      await submit(aGroup(ours, {}, change('release', 'waf', 'act_3'))),
      await submit(aGroup(ours, {}, change('take', 'waf', 'act_4'))),
    ];
    const verdicts = results.map(({ verdict }) => verdict);
    expect(verdicts).toEqual([
      'appended',
      'appended',
      'appended',
      'reserved',
      'appended',
      'appended',
    ]);
  });

  it('of 20 callers on parts of one target, one gets it', async () => {
    const ours = await newLedger(ledger);
    const targets = ['a', 'a/b', 'a/b/c', 'a/b/c/d'];
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        submit(aGroup(ours, {}, change('take', targets[n % 4] ?? '', `act_${n}`))),
      ),
    );
    const chains = results.filter(({ verdict }) => verdict === 'appended');
    expect(chains).toHaveLength(1);
  });
});

describe('rows and due times', () => {
  it('rows are written with the events, and a later row keeps what it does not name', async () => {
    const ours = await newLedger(ledger);
    const id = newId('mem');
    const row = (columns: Record<string, unknown>): Partial<Group> => ({
      rows: [{ table: 'members', id, columns }],
    });
    await submit(aGroup(ours, {}, row({ name: 'Ada', role: 'RESPONDER' })));
    await submit(aGroup(ours, {}, row({ role: 'ADMIN' })));
    const { rows } = await database.owner.query(
      'select id, name, role, email from bridgelog.members where organization = $1',
      [ours],
    );
    expect(rows).toEqual([{ id, name: 'Ada', role: 'ADMIN', email: null }]);
  });

  it('a due time is set, moved and cleared by the appends that ask for it', async () => {
    const ours = await newLedger(ledger);
    const streamId = newId('inc');
    const due = async (at: string | null): Promise<unknown[]> => {
      const cause = newId('evt');
      await submit(
        aGroup(ours, {}, { due: [{ streamId, kind: 'lease', subject: 'act_1', at, cause }] }),
      );
      const { rows } = await database.owner.query<{ at: string }>(
        'select bridgelog.instant(at) as at from bridgelog.due where organization = $1',
        [ours],
      );
      return rows.map((row) => row.at);
    };
    expect(await due('2026-03-01T12:15:00.000000Z')).toEqual(['2026-03-01T12:15:00.000000Z']);
    expect(await due('2026-03-01T12:30:00.000000Z')).toEqual(['2026-03-01T12:30:00.000000Z']);
    expect(await due(null)).toEqual([]);
  });
});

describe('what cannot be appended', () => {
  it('an organization without a ledger is unknown', async () => {
    const result = await submit(aGroup(newOrganization()));
    expect(result).toEqual({ verdict: 'unknown-organization' });
  });

  it('one bad group fails alone and leaves no trace', async () => {
    const before = await lastPosition();
    const bad = aGroup(organization, { streamType: 'NOT A TYPE' });
    const results = await Promise.allSettled([
      submit(aGroup(organization)),
      submit(bad),
      submit(aGroup(organization)),
      submit(aGroup(organization)),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(await lastPosition()).toBe(before + 3);
  });
});

describe('refused and accepted groups in one call', () => {
  const callOf = async (groups: readonly Group[]): Promise<GroupResult[]> => {
    const { rows } = await database.app.query<AppendRow>(appendCall(groups));
    return rows.map(resultOf);
  };

  it('leave a chain that verifies, whichever are refused, over several ledgers', async () => {
    const ledgers = [await newLedger(ledger), await newLedger(ledger)];
    const moved = await Promise.all(
      ledgers.map(async (of) => {
        const group = aGroup(of, { events: 2 });
        await submit(group);
        return group.items[0]?.streamId ?? '';
      }),
    );
    const plan = fc.array(
      fc.record({
        ledger: fc.nat(1),
        events: fc.integer({ min: 0, max: 3 }),
        refused: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(plan, async (groups) => {
        // A stream stands in one group of a call: only the first refused one of a ledger is.
        const stale = new Set<number>();
        const asked = groups.map((each) => {
          const isRefused = each.refused && !stale.has(each.ledger);
          if (isRefused) stale.add(each.ledger);
          return { ...each, isRefused };
        });
        const answers = await callOf(
          asked.map(({ ledger: of, events, isRefused }) =>
            aGroup(
              ledgers[of] ?? '',
              isRefused ? { streamId: moved[of] ?? '', expectedVersion: 1, events } : { events },
            ),
          ),
        );
        expect(answers.map(({ verdict }) => verdict)).toEqual(
          asked.map(({ isRefused }) => (isRefused ? 'conflict' : 'appended')),
        );
        for (const outline of await listLedgers(database.worker)) {
          if (!ledgers.includes(outline.organization)) continue;
          expect((await verifyLedger(database.worker, outline)).broken).toBeUndefined();
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('recordedAt', () => {
  it('is the clock of the database and never goes back', async () => {
    const ours = await newLedger(ledger);
    const recordedAt = async () => {
      const result = await submit(aGroup(ours));
      return result.verdict === 'appended' && result.recordedAt;
    };
    await database.setClock('2026-03-01T13:00:00Z', 0);
    expect(await recordedAt()).toBe('2026-03-01T13:00:00.000000Z');
    await database.setClock('2026-03-01T12:59:58Z', 0);
    expect(await recordedAt()).toBe('2026-03-01T13:00:00.000000Z');
    await database.setClock('2026-03-01T13:00:00.000123Z', 0);
    expect(await recordedAt()).toBe('2026-03-01T13:00:00.000123Z');
  });

  it('raises an alarm when it is more than 5 s ahead of the clock', async () => {
    const alarms: string[] = [];
    const watched = database.ledger({ alarm: (message) => alarms.push(message) });
    await database.setClock('2026-03-01T12:00:06Z', 0);
    const ours = await newLedger(watched);
    await database.setClock('2026-03-01T12:00:00Z', 0);
    await watched.coalescer.submit(aGroup(ours));
    expect(alarms).toEqual([expect.stringContaining('ahead of the clock')]);
  });
});

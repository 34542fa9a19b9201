import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { takeBatch, waiting, type Waiting } from '../../src/ledger/batch.js';
import type { Group } from '../../src/ledger/group.js';
import { aDraft } from '../support/groups.js';

const mostGroups = 256;
const mostBytes = 1_048_576;
const event = aDraft();

type Shape = {
  organization: string;
  streams: string[];
  key: string | undefined;
  spaces: string[];
  released: string[];
  size: number;
};

const groupOf = ({ organization, streams, key, spaces, released, size }: Shape): Group => ({
  organization,
  key: key === undefined ? undefined : { scope: 'test', key, requestHash: Buffer.alloc(32) },
  items: streams.map((streamId) => ({
    streamId,
    streamType: 'incident',
    expectedVersion: 0,
    events: [event],
    state: ' '.repeat(size),
  })),
  reservations: [
    ...spaces.map((space) => ({ op: 'take' as const, space })),
    ...released.map((space) => ({ op: 'release' as const, space })),
  ].map((change) => ({ ...change, key: 'k', holder: 'h', streamId: streams[0] ?? '' })),
});

const oneOf = (count: number, prefix: string) =>
  fc.nat({ max: count - 1 }).map((n) => `${prefix}${n}`);

const shape = (streams: number, sizes: fc.Arbitrary<number>): fc.Arbitrary<Shape> =>
  fc.record({
    organization: oneOf(2, 'organization'),
    streams: fc.uniqueArray(oneOf(streams, 'inc_'), { minLength: 1, maxLength: 2 }),
    key: fc.option(oneOf(streams, 'key'), { nil: undefined }),
    spaces: fc.uniqueArray(oneOf(3, 'space'), { maxLength: 1 }),
    released: fc.uniqueArray(oneOf(3, 'space'), { maxLength: 2 }),
    size: sizes,
  });

const small = fc.constant(2);
const large = fc.constantFrom(2, 2, 300_000, 600_000, mostBytes, 3_000_000);
/** Queues in which nearly everything collides, or weighs much, or is too long for one batch. */
const queues = fc
  .oneof(
    fc.array(shape(4, small), { maxLength: 40 }),
    fc.array(shape(1_000, large), { maxLength: 40 }),
    fc.array(
      shape(100_000, small).map((each) => ({ ...each, spaces: [] })),
      {
        minLength: 300,
        maxLength: 600,
        size: 'max',
      },
    ),
  )
  .map((shapes) => shapes.map((each) => waiting(groupOf(each))));

/** What one call may touch once: the same as the SQL function checks. */
const thingsOf = ({ group }: Waiting): string[] => [
  ...group.items.map(({ streamId }) => `${group.organization}/${streamId}`),
  ...(group.key ? [`${group.organization}/${group.key.key}`] : []),
  ...(group.reservations ?? [])
    .filter(({ op }) => op !== 'release')
    .map(({ space }) => `${group.organization}/${space}`),
];

const drain = (queue: readonly Waiting[]): Waiting[][] => {
  const left = [...queue];
  const batches: Waiting[][] = [];
  while (left.length > 0) batches.push(takeBatch(left));
  return batches;
};

const property = (holds: (queue: Waiting[]) => void): void =>
  fc.assert(fc.property(queues, holds), { numRuns: 150 });

describe('batches of any queue', () => {
  it('begin with what waits longest, so that the queue runs empty', () => {
    property((queue) => {
      const left = [...queue];
      while (left.length > 0) {
        const [oldest] = left;
        expect(takeBatch(left)[0]).toBe(oldest);
      }
    });
  });

  it('hold every group once', () => {
    property((queue) => {
      const batches = drain(queue);
      expect(batches.flat()).toHaveLength(queue.length);
      expect(new Set(batches.flat())).toEqual(new Set(queue));
    });
  });

  it('hold at most 256 groups and 1 MiB, or one group that is larger', () => {
    property((queue) => {
      for (const batch of drain(queue)) {
        const bytes = batch.reduce((sum, each) => sum + each.bytes, 0);
        expect(batch.length).toBeLessThanOrEqual(mostGroups);
        expect(batch.length === 1 || bytes <= mostBytes).toBe(true);
      }
    });
  });

  it('never hold two groups that touch the same stream, key or space', () => {
    property((queue) => {
      for (const batch of drain(queue)) {
        const things = batch.flatMap((each) => [...new Set(thingsOf(each))]);
        expect(new Set(things).size).toBe(things.length);
      }
    });
  });

  it('keep the order of all that touch the same stream, key or space', () => {
    property((queue) => {
      const place = new Map(queue.map((each, index) => [each, index]));
      const last = new Map<string, number>();
      const overtaken: string[] = [];
      for (const each of drain(queue).flat()) {
        const at = place.get(each) ?? -1;
        for (const thing of thingsOf(each)) {
          if (at <= (last.get(thing) ?? -1)) overtaken.push(thing);
          last.set(thing, at);
        }
      }
      expect(overtaken).toEqual([]);
    });
  });

  it('leave what is not taken in the queue, in order', () => {
    property((queue) => {
      const left = [...queue];
      const batch = new Set(takeBatch(left));
      expect(left).toEqual(queue.filter((each) => !batch.has(each)));
    });
  });
});

describe('a group', () => {
  const simple = (more: Partial<Shape>): Waiting =>
    waiting(
      groupOf({
        ...{ organization: 'a', streams: ['inc_1'], key: undefined },
        ...{ spaces: [], released: [], size: 2 },
        ...more,
      }),
    );

  it('that is left behind holds back those behind it that touch what it touches', () => {
    const first = simple({ streams: ['inc_1'] });
    const left = simple({ streams: ['inc_1', 'inc_2'], key: 'k', spaces: ['target'] });
    const behind = [
      simple({ streams: ['inc_2'] }),
      simple({ streams: ['inc_3'], key: 'k' }),
      simple({ streams: ['inc_4'], spaces: ['target'] }),
    ];
    const free = simple({ streams: ['inc_5'] });
    const queue = [first, left, ...behind, free];
    expect(takeBatch(queue)).toEqual([first, free]);
    expect(queue).toEqual([left, ...behind]);
    expect(takeBatch(queue)).toEqual([left]);
    expect(takeBatch(queue)).toEqual(behind);
  });

  it('of another organization touches other things', () => {
    const same = { streams: ['inc_1'], key: 'k', spaces: ['target'] };
    const queue = [simple({ ...same, organization: 'a' }), simple({ ...same, organization: 'b' })];
    expect(takeBatch(queue)).toHaveLength(2);
  });

  it('that only releases goes with one that takes', () => {
    const queue = [
      simple({ streams: ['inc_1'], released: ['target'] }),
      simple({ streams: ['inc_2'], spaces: ['target'] }),
    ];
    expect(takeBatch(queue)).toHaveLength(2);
  });

  it('that shares goes without one that takes: either has to meet the other', () => {
    const taking = simple({ streams: ['inc_1'], spaces: ['target'] });
    const other = simple({ streams: ['inc_2'], spaces: ['target'] }).group;
    const reservations = (other.reservations ?? []).map((one) => ({
      ...one,
      op: 'share' as const,
    }));
    const sharing = waiting({ ...other, reservations });
    for (const queue of [
      [taking, sharing],
      [sharing, taking],
    ])
      expect(takeBatch(queue)).toHaveLength(1);
  });

  it('larger than a batch goes alone, with nobody in front of it passed over', () => {
    const [before, huge, after] = [
      simple({ streams: ['inc_1'] }),
      simple({ streams: ['inc_2'], size: 2 * mostBytes }),
      simple({ streams: ['inc_3'] }),
    ];
    const queue = [before, huge, after];
    expect([takeBatch(queue), takeBatch(queue), takeBatch(queue)]).toEqual([
      [before],
      [huge],
      [after],
    ]);
  });
});

describe('an empty queue', () => {
  it('gives an empty batch', () => {
    expect(takeBatch([])).toEqual([]);
  });
});

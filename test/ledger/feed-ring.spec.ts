import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '../../src/kernel/event.js';
import { Ring } from '../../src/ledger/ring.js';

const events = (from: number, to: number, text = ''): readonly StoredEvent[] =>
  Array.from(
    { length: to - from + 1 },
    (_, index) => ({ position: from + index, data: { text } }) as unknown as StoredEvent,
  );
const positions = (found: readonly StoredEvent[] | undefined): number[] | undefined =>
  found?.map(({ position }) => position);

describe('a ring', () => {
  it('that has no news yet knows nothing', () => {
    const ring = new Ring();
    expect(ring.to).toBeUndefined();
    expect(ring.after(0, 10)).toBeUndefined();
  });

  it('knows what came after where it started, and leaves the rest to the table', () => {
    const ring = new Ring();
    ring.startAfter(10);
    expect(ring.after(10, 5)).toEqual([]);
    ring.push(events(11, 13));
    expect(positions(ring.after(10, 5))).toEqual([11, 12, 13]);
    expect(positions(ring.after(12, 5))).toEqual([13]);
    expect(ring.after(13, 5)).toEqual([]);
    expect(ring.after(9, 5)).toBeUndefined();
    expect(ring.after(14, 5)).toBeUndefined();
  });

  it('gives at most as many as were asked for', () => {
    const ring = new Ring();
    ring.startAfter(0);
    ring.push(events(1, 100));
    expect(positions(ring.after(50, 3))).toEqual([51, 52, 53]);
    expect(positions(ring.after(98, 3))).toEqual([99, 100]);
  });

  it('starts once: a later start changes nothing', () => {
    const ring = new Ring();
    ring.startAfter(10);
    ring.startAfter(99);
    expect(ring.to).toBe(10);
  });

  it('holds as many events as its capacity says, the newest', () => {
    const ring = new Ring();
    ring.startAfter(0);
    for (let from = 1; from < 10_000; from += 500) ring.push(events(from, from + 499));
    expect(ring.to).toBe(10_000);
    expect(ring.after(10_000 - ring.capacity - 1, 1)).toBeUndefined();
    expect(positions(ring.after(10_000 - ring.capacity, 1))).toEqual([10_001 - ring.capacity]);
  });

  it('holds no more than 8 Mi characters, however few events that is', () => {
    const ring = new Ring();
    ring.startAfter(0);
    const mebi = 'x'.repeat(1_048_576 - 450);
    ring.push(events(1, 20, mebi));
    expect(positions(ring.after(12, 20))).toEqual([13, 14, 15, 16, 17, 18, 19, 20]);
    expect(ring.after(11, 20)).toBeUndefined();
    ring.push(events(21, 21, mebi));
    expect(ring.after(12, 20)).toBeUndefined();
  });

  it('has room for small events again once a large one is gone', () => {
    const ring = new Ring();
    ring.startAfter(0);
    ring.push(events(1, 1, 'x'.repeat(9_000_000)));
    expect(ring.after(0, 1)).toBeUndefined();
    expect(ring.after(1, 1)).toEqual([]);
    ring.push(events(2, 4_000));
    expect(positions(ring.after(1, 1))).toEqual([2]);
  });

  it('that is started again forgets what it had', () => {
    const ring = new Ring();
    ring.startAfter(0);
    ring.push(events(1, 10));
    ring.restartAfter(90);
    expect(ring.after(5, 1)).toBeUndefined();
    expect(ring.after(90, 1)).toEqual([]);
    ring.push(events(91, 92));
    expect(positions(ring.after(90, 9))).toEqual([91, 92]);
    expect(ring.after(89, 9)).toBeUndefined();
  });

  it('that failed throws for whoever asks', () => {
    const ring = new Ring();
    ring.startAfter(0);
    ring.push(events(1, 2));
    ring.fail(new Error('a hole'));
    expect(() => ring.after(0, 1)).toThrow('a hole');
    expect(() => ring.after(99, 1)).toThrow('a hole');
  });
});

describe('who waits for a ring', () => {
  const never = new AbortController().signal;

  it('is woken by what is after its position, and by nothing before that', async () => {
    const ring = new Ring();
    ring.startAfter(0);
    let woken = false;
    const waiting = ring.changed(2, never).then(() => (woken = true));
    ring.push(events(1, 2));
    await new Promise(setImmediate);
    expect(woken).toBe(false);
    ring.push(events(3, 3));
    await waiting;
    expect(woken).toBe(true);
  });

  it('does not wait for what is there already', async () => {
    const ring = new Ring();
    ring.startAfter(5);
    await ring.changed(4, never);
    expect(ring.to).toBe(5);
  });

  it('is woken by a failure', async () => {
    const ring = new Ring();
    const waiting = ring.changed(0, never);
    ring.fail(new Error('a hole'));
    await waiting;
    expect(() => ring.after(0, 1)).toThrow('a hole');
  });

  it('is woken when its signal aborts, before or while it waits', async () => {
    const ring = new Ring();
    const stopping = new AbortController();
    const waiting = [ring.changed(0, stopping.signal), ring.woken(stopping.signal)];
    stopping.abort();
    await Promise.all(waiting);
    await Promise.all([ring.changed(0, stopping.signal), ring.woken(stopping.signal)]);
    expect(ring.to).toBeUndefined();
  });
});

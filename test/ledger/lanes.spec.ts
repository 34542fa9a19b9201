import { describe, expect, it } from '@jest/globals';
import { Overloaded } from '../../src/ledger/group.js';
import { Lanes } from '../../src/ledger/lanes.js';

/** A piece of work that goes on when the test says so. */
const gate = () => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { open: () => resolve(undefined), opened: promise };
};
const turns = () => new Promise(setImmediate);

describe('work in one lane', () => {
  it('runs one at a time, in order of arrival', async () => {
    const lanes = new Lanes<never>();
    const log: string[] = [];
    const run = (name: string) =>
      lanes.run('lane', async () => {
        log.push(`${name} begins`);
        await turns();
        log.push(`${name} ends`);
        return name;
      });
    expect(await Promise.all(['a', 'b', 'c'].map(run))).toEqual(['a', 'b', 'c']);
    expect(log).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('begins at once when nothing is before it', async () => {
    const lanes = new Lanes<never>();
    let begun = false;
    const done = lanes.run('lane', () => {
      begun = true;
      return Promise.resolve();
    });
    expect(begun).toBe(true);
    await done;
  });

  it('does not wait for work in another lane', async () => {
    const lanes = new Lanes<never>();
    const first = gate();
    const stuck = lanes.run('one', () => first.opened);
    expect(await lanes.run('other', () => Promise.resolve('served'))).toBe('served');
    first.open();
    await stuck;
  });
});

describe('what a piece of work leaves', () => {
  const carry = (lanes: Lanes<number>, leaves?: number) =>
    lanes.run('lane', (carried, leave) => {
      if (leaves !== undefined) leave(leaves);
      return Promise.resolve(carried);
    });

  it('is given to the next one, and to that one alone', async () => {
    const lanes = new Lanes<number>();
    const carried = [carry(lanes, 1), carry(lanes, 2), carry(lanes), carry(lanes)];
    expect(await Promise.all(carried)).toEqual([undefined, 1, 2, undefined]);
  });

  it('is the last that it left', async () => {
    const lanes = new Lanes<number>();
    const first = lanes.run('lane', (_, leave) => {
      leave(1);
      leave(2);
      return Promise.resolve();
    });
    expect(await Promise.all([first, carry(lanes)])).toEqual([undefined, 2]);
  });

  it('is forgotten when the lane runs empty', async () => {
    const lanes = new Lanes<number>();
    await carry(lanes, 1);
    await turns();
    expect(await carry(lanes)).toBeUndefined();
  });

  it('stays in its lane', async () => {
    const lanes = new Lanes<number>();
    const [, other] = await Promise.all([
      carry(lanes, 1),
      lanes.run('other', (carried) => Promise.resolve(carried)),
    ]);
    expect(other).toBeUndefined();
  });
});

describe('work that fails', () => {
  const broken = new Error('broken');

  it.each([
    ['later', () => Promise.reject(broken)],
    [
      'at once',
      () => {
        throw broken;
      },
    ],
  ])('%s is told to its caller alone, and the lane goes on', async (_, fails) => {
    const lanes = new Lanes<number>();
    const before = lanes.run('lane', (carried, leave) => {
      leave(1);
      return Promise.resolve(carried);
    });
    const failed = lanes.run('lane', fails);
    const after = lanes.run('lane', (carried) => Promise.resolve(['after', carried]));
    await expect(failed).rejects.toBe(broken);
    expect(await before).toBeUndefined();
    expect(await after).toEqual(['after', undefined]);
    await turns();
    expect(await lanes.run('lane', () => Promise.resolve('later'))).toBe('later');
  });
});

describe('a lane', () => {
  it('in which 2,000 wait refuses more, and serves those that wait', async () => {
    const lanes = new Lanes<never>();
    const first = gate();
    const running = lanes.run('lane', () => first.opened);
    const waiting = Array.from({ length: 2_000 }, (_, n) =>
      lanes.run('lane', () => Promise.resolve(n)),
    );
    await expect(lanes.run('lane', () => Promise.resolve())).rejects.toThrow(Overloaded);
    expect(await lanes.run('other', () => Promise.resolve('served'))).toBe('served');
    first.open();
    await running;
    expect(await Promise.all(waiting)).toEqual(waiting.map((_, n) => n));
    expect(await lanes.run('lane', () => Promise.resolve('served'))).toBe('served');
  });
});

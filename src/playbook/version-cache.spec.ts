import { describe, expect, it } from '@jest/globals';
import { builtIn } from './built-in.js';
import { VersionCache } from './version-cache.js';

const reading = () => {
  const asked: string[] = [];
  const cache = new VersionCache(2);
  const get = (key: string) =>
    cache.get(key, () => {
      asked.push(key);
      return Promise.resolve({ ...builtIn, name: key });
    });
  return { asked, cache, get };
};

describe('the versions that are kept', () => {
  it('are read once, and as many as there may be: those that were used last', async () => {
    const { asked, get } = reading();
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect((await get(key)).name).toBe(key);
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });

  it('are not those that could not be read', async () => {
    const { asked, cache, get } = reading();
    await expect(cache.get('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect((await get('a')).name).toBe('a');
    expect(asked).toEqual(['a']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { builtIn } from './built-in.js';

describe('the built-in playbook', () => {
  it('checks the obvious things first, in order', () => {
    expect(builtIn.checks.map(({ check }) => check)).toEqual([
      'recent-deployment',
      'database',
      'memory-and-cpu',
      'external-dependencies',
      'ssl-and-dns',
    ]);
  });

  it.each(builtIn.checks)('$check says what to look at and what bad looks like', (check) => {
    expect(check.check).toMatch(/^[a-z0-9-]{1,40}$/);
    expect(check.lookAt.length).toBeGreaterThanOrEqual(2);
    expect(check.lookAt.length).toBeLessThanOrEqual(10);
    for (const { title, text } of check.lookAt) {
      expect(title.length).toBeLessThanOrEqual(100);
      expect(text).toMatch(/Bad: /);
      expect(text.length).toBeLessThanOrEqual(500);
    }
  });
});

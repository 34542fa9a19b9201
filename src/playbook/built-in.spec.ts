import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { builtIn, builtInFile } from './built-in.js';

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

  it('never changes: incidents that run this version would change with it', () => {
    const digest = createHash('sha256').update(readFileSync(builtInFile)).digest('hex');
    expect([builtIn.version, digest]).toEqual([
      1,
      '74d3b5bf4ae6b03afd2ec03906e0fc7b680db219dd2c26815400f837f7b1ab9f',
    ]);
  });
});

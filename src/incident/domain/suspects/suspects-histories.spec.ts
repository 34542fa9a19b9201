import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { declarations } from '../../../../test/support/histories/life.js';
import { Log, logOf } from '../../../../test/support/histories/log-of-two.js';
import { scopeAttempts } from '../../../../test/support/histories/scope.js';
import {
  candidates,
  linksOf,
  looks,
  suspectsAttempts,
} from '../../../../test/support/histories/suspects.js';
import { runningIn } from '../../../../test/support/histories/running.js';
import type { Playbook } from '../../../playbook/domain/playbook.js';
import { sampleId } from '../../../../test/support/given.js';
import { windowBefore } from './window.js';

const histories = fc
  .tuple(
    fc.array(declarations, { minLength: 2, maxLength: 4 }),
    fc.array(fc.oneof(...scopeAttempts, ...suspectsAttempts), { minLength: 10, maxLength: 60 }),
  )
  .map(([first, then]) => [...first, ...then]);
const ended = fc.tuple(histories, fc.array(looks, { minLength: 20, maxLength: 20 }));

const aroundWindow = (impact: string, playbook: Playbook) => {
  const { from, to } = windowBefore(impact, playbook);
  const within = candidates.filter(({ startedAt }) => from <= startedAt && startedAt <= to);
  const inside = within.map(({ change }) => change);
  const all = candidates.map(({ change }) => change);
  return { inside, outside: all.filter((change) => !inside.includes(change)) };
};

describe('whatever is said of suspects', () => {
  it('what a person unlinked is linked again by a person only', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const past of logOf(history).events) {
          const unlinked = new Set<string>();
          for (const { type, data, actor } of past) {
            const isByPolicy = actor?.kind === 'POLICY';
            if (type === 'ChangeUnlinked' && !isByPolicy) unlinked.add(data.change);
            if (type !== 'ChangeLinked') continue;
            expect(isByPolicy && unlinked.has(data.change)).toBe(false);
            unlinked.delete(data.change);
          }
        }
      }),
    );
  });

  it('once policy has looked, all that nobody unlinked is linked in the window, and by it no other', () => {
    const seen = { inside: 0, outside: 0 };
    fc.assert(
      fc.property(ended, ([history, lastLooks]) => {
        const log = new Log();
        for (const attempt of [...history, ...lastLooks]) log.run(attempt);
        log.states.forEach((incident, index) => {
          const streamId = sampleId('inc', String(index));
          if (!lastLooks.some((look) => look.incident === index)) return;
          if (incident.status === 'undeclared' || incident.impactStartedAt === null) return;
          const links = linksOf({ rows: log.rows, streamId });
          const { inside, outside } = aroundWindow(incident.impactStartedAt, runningIn(incident));
          seen.inside += inside.length;
          seen.outside += outside.length;
          const suspects = links.filter(({ status, byPolicy }) => status === 'SUSPECT' && byPolicy);
          expect(suspects.filter(({ change }) => outside.includes(change))).toEqual([]);
          const left = links.filter(({ status, byPolicy }) => status !== 'UNLINKED' || !byPolicy);
          expect(left.map(({ change }) => change)).toEqual(expect.arrayContaining(inside));
        });
      }),
    );
    expect(Math.min(seen.inside, seen.outside)).toBeGreaterThan(100);
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  checkAdded,
  checkSkipped,
  checkStarted,
  declaredWithChecks,
} from '../../../../test/support/given-checks.js';
import {
  assessed,
  byGrace,
  commandTaken,
  given,
  resolved,
} from '../../../../test/support/given-incident.js';
import { builtIn } from '../../../../test/support/given-playbook.js';
import { sentence } from '../../../../test/support/sentence.js';
import { usualFacts } from '../../../../test/support/given.js';
import type { Playbook } from '../../../playbook/domain/playbook.js';
import type { IncidentEvent } from '../events.js';
import type { DeclaredIncident } from '../state.js';
import { moveToPlaybook } from './move-to-playbook.js';

const check = (key: string) => ({ check: key, title: key, lookAt: [] });
const former: Playbook = { ...builtIn, checks: declaredWithChecks.data.checks };
const shop: Playbook = {
  ...{ ...builtIn, name: 'shop', version: 2 },
  checks: [check('dns'), check('database')],
};
const facts = (playbook = shop) => ({ playbook: former, named: { playbook, isRetired: false } });
const moved = (dropped: string[], more: object = {}): IncidentEvent => ({
  type: 'MovedToPlaybook',
  data: {
    ...{ formerPlaybook: 'first-thirty-minutes@1', playbook: 'shop@2' },
    ...{ checks: shop.checks, dropped, ...more },
  },
});
const command = { playbook: 'shop' };
const checksAfter = (...past: IncidentEvent[]) =>
  (given(declaredWithChecks, ...past).state as DeclaredIncident).checks.map(
    (one) => `${one.check} ${one.status}`,
  );

describe('moveToPlaybook', () => {
  it('drops what nobody has begun of the former playbook, and says what is to be done', () => {
    const decision = given(declaredWithChecks).when(moveToPlaybook, command, facts());
    expect(decision.then(moved(['deploys'])).due).toBeUndefined();
    expect(checksAfter(moved(['deploys']))).toEqual(['dns PENDING', 'database PENDING']);
    expect(given(declaredWithChecks, moved(['deploys'])).state).toMatchObject({
      playbook: 'shop@2',
    });
  });

  it.each([checkStarted('deploys'), checkSkipped('deploys')])(
    'keeps what was begun: %j',
    (begun) => {
      given(declaredWithChecks, begun).when(moveToPlaybook, command, facts()).then(moved([]));
      expect(checksAfter(begun, moved([]))).toEqual([
        'dns PENDING',
        'database PENDING',
        expect.stringMatching(/^deploys (STARTED|SKIPPED)$/),
      ]);
    },
  );

  it('keeps what was added by hand, and how far a check of both has come', () => {
    const past = [checkAdded(), checkStarted('database')];
    given(declaredWithChecks, ...past)
      .when(moveToPlaybook, command, facts())
      .then(moved(['deploys']));
    expect(checksAfter(...past, moved(['deploys']))).toEqual([
      ...['dns PENDING', 'database STARTED', 'queue PENDING'],
    ]);
  });

  it('is already true of the version that it runs, also of one that is retired', () => {
    given(declaredWithChecks).when(moveToPlaybook, command, facts(former)).thenNothing();
    given(declaredWithChecks)
      .when(moveToPlaybook, command, { ...facts(), named: { playbook: former, isRetired: true } })
      .thenNothing();
  });

  it('has suspects looked for again if the window is another, and the impact known', () => {
    const windows = { ...shop.windows, suspectsMinutes: 10 };
    const known = assessed({
      ...{ impactStartedAt: '2019-07-02T13:30:00.000000Z', impactStartSource: 'REPORT' },
    });
    const look = [{ kind: 'suspects', subject: 'window', at: usualFacts.now }];
    const narrow = facts({ ...shop, windows });
    const due = (...past: IncidentEvent[]) =>
      given(declaredWithChecks, ...past)
        .when(moveToPlaybook, command, narrow)
        .then(moved(['deploys'])).due;
    expect(due(known)).toEqual(look);
    expect(due()).toBeUndefined();
  });

  it('is a directive, in any phase', () => {
    const past = [declaredWithChecks, commandTaken];
    given(...past)
      .when(moveToPlaybook, command, { ...facts(), ...byGrace })
      .thenRefused('TERM_REQUIRED');
    given(...past)
      .when(moveToPlaybook, { ...command, term: 2 }, facts(former))
      .thenRefused('STALE_TERM');
    given(...past)
      .when(moveToPlaybook, { ...command, term: 1, remark: 'Shop' }, { ...facts(), ...byGrace })
      .then(moved(['deploys'], { directedIn: 1, remark: 'Shop' }));
    given(declaredWithChecks, resolved)
      .when(moveToPlaybook, command, facts())
      .then(moved(['deploys']));
  });

  it('refuses what is not there, is retired, or is too much', () => {
    given(declaredWithChecks)
      .when(moveToPlaybook, command, { playbook: former })
      .thenRefused({ code: 'PLAYBOOK_NOT_FOUND', path: ['input', 'playbook'] });
    given(declaredWithChecks)
      .when(moveToPlaybook, command, { ...facts(), named: { playbook: shop, isRetired: true } })
      .thenRefused('PLAYBOOK_RETIRED');
    const checks = Array.from({ length: 30 }, (_, at) => check(`c${at}`));
    given(declaredWithChecks, checkStarted())
      .when(moveToPlaybook, command, facts({ ...shop, checks }))
      .thenRefused({
        ...{ code: 'TOO_MANY_CHECKS', most: 30, path: ['input', 'playbook'] },
        message:
          'With the checks that stay, the incident would have 31, and it has at most 30: name a playbook with fewer',
      });
    given().when(moveToPlaybook, command, facts()).thenRefused('INCIDENT_NOT_FOUND');
  });

  it('reads as a log', () => {
    expect(sentence(moved([], { remark: 'It is the shop' }))).toBe(
      'Ada moved the incident from the playbook first-thirty-minutes@1 to shop@2: It is the shop',
    );
  });
});

describe('a move', () => {
  it('makes no sense from another playbook than is run, nor to more checks than there may be', () => {
    const checks = Array.from({ length: 30 }, (_, at) => check(`c${at}`));
    for (const wrong of [
      moved([], { formerPlaybook: 'shop@1' }),
      moved([], { checks }),
    ] as IncidentEvent[])
      expect(() => given(declaredWithChecks, wrong)).toThrow(/does not apply/);
  });
});

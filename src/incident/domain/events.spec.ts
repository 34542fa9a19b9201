import { describe, expect, it } from '@jest/globals';
import { flawsOf } from '../../../test/support/event-map-flaws.js';
import {
  ada,
  assessed,
  declared,
  finished,
  started,
} from '../../../test/support/given-incident.js';
import { sentence } from '../../../test/support/sentence.js';
import { incidentEvents } from './events.js';
import type { IncidentEvent } from './events.js';

describe('the events of an incident', () => {
  it('are described, and clear of the envelope', () => {
    expect(flawsOf(incidentEvents)).toEqual([]);
  });

  it.each<[IncidentEvent, string]>([
    [declared, 'Ada declared INC-42 (SEV2) on checkout: Checkout fails'],
    [
      { ...declared, data: { ...declared.data, mode: 'DRILL', service: undefined } },
      'Ada declared INC-42 (SEV2) as a drill: Checkout fails',
    ],
    [{ type: 'CommandTaken', data: { term: 1, member: ada } }, 'Ada took command (term 1)'],
    [assessed(), 'Ada assessed the scope: checkout for regions eu-west, eu-north'],
    [
      assessed({
        extent: 'WHOLE_APP',
        affected: 'ALL_USERS',
        estimate: 1200,
        impactStartedAt: '2019-07-02T13:30:59.000000Z',
      }),
      'Ada assessed the scope: the whole app for all users, about 1200 people, since 2019-07-02 13:30 UTC',
    ],
    [
      assessed({ features: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }),
      'Ada assessed the scope: a, b, c, d, e and 2 more for regions eu-west, eu-north',
    ],
    [{ type: 'NoteAdded', data: { text: 'One\n\n two ' } }, 'Ada noted: One two'],
    [
      started({ remark: 'roll back 4711' }),
      'Ada started a rollback of service/checkout to contain: roll back 4711',
    ],
    [
      started({ kind: 'FEATURE_DISABLE', target: 'flag/new-cart', intent: 'FIX' }),
      'Ada started disabling flag/new-cart to fix',
    ],
    [finished(), 'Ada finished the rollback of service/checkout (it worked)'],
    [
      finished({ outcome: 'NO_EFFECT', remark: 'still failing' }),
      'Ada finished the rollback of service/checkout (no effect): still failing',
    ],
    [
      { type: 'UpdatePublished', data: { audience: 'CUSTOMERS', text: 'Sorry' } },
      'Ada published an update to customers: Sorry',
    ],
    [
      { type: 'IncidentContained', data: { directedIn: 1, remark: 'rolled back' } },
      'Ada declared the incident contained: rolled back',
    ],
    [{ type: 'IncidentResolved', data: {} }, 'Ada declared the incident resolved'],
  ])('read as a log: %#', (event, says) => {
    expect(sentence(event)).toBe(says);
  });

  it('cut long texts between characters', () => {
    const cut = sentence({ type: 'NoteAdded', data: { text: '🔥'.repeat(20_000) } });
    expect(cut).toBe(`Ada noted: ${'🔥'.repeat(160)}…`);
  });
});

import { describe, expect, it } from '@jest/globals';
import { declared, given, resolved } from '../../../../test/support/given-incident.js';
import { happened, sampleId } from '../../../../test/support/given.js';
import type { IncidentEvent } from '../events.js';
import { applies, evolve } from '../incident.js';

const published: IncidentEvent = {
  type: 'UpdatePublished',
  data: { audience: 'INTERNAL', text: 'Hm' },
};
const retracted: IncidentEvent = {
  type: 'UpdateRetracted',
  data: { audience: 'STATUS_PAGE', update: sampleId('evt', '2'), reason: 'Wrong' },
};
const promised: IncidentEvent = {
  type: 'NextUpdatePromised',
  data: { audience: 'INTERNAL', promisedFor: '2019-07-02T14:30:00.000000Z' },
};

describe('an event of communication that makes no sense where it stands', () => {
  it.each<[string, IncidentEvent[], IncidentEvent]>([
    ['an update before the declaration', [], published],
    ['a promise after resolution', [declared, resolved], promised],
    ['a retraction where nothing was published', [declared, published], retracted],
  ])('leaves the state alone: %s', (_, past, event) => {
    const { state } = given(...past);
    const next = happened(event, past.length + 1);
    expect(applies(state, next)).toBe(false);
    expect(evolve(state, next)).toBe(state);
  });
});

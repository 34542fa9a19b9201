import { describe, expect, it } from '@jest/globals';
import { contained, declared, given } from '../../../../test/support/given-incident.js';
import { resolveIncident } from '../life/resolve-incident.js';
import type { IncidentEvent } from '../events.js';

const metBy = (...past: IncidentEvent[]) =>
  given(declared, ...past)
    .when(resolveIncident, {})
    .then({ type: 'IncidentResolved', data: {} });
const lost: IncidentEvent = {
  type: 'ContainmentLost',
  data: { reason: 'Errors again', evidence: [] },
};
const trips = [{ guardrail: 'RESOLVE_WITHOUT_CONTAINMENT' }];

describe('a resolution', () => {
  it('meets the guardrail while nobody has said that users are safe', () => {
    expect(metBy()).toMatchObject({ trips });
    expect(metBy(contained)).toMatchObject({ trips: [] });
    expect(metBy(contained, lost)).toMatchObject({ trips });
  });
});

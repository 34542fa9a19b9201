import { describe, it } from '@jest/globals';
import { finding, knownFinding, recorded } from '../../../../test/support/given-after.js';
import { declared, given } from '../../../../test/support/given-incident.js';
import { withdrawFinding } from './withdraw-finding.js';

const stands = given(declared, recorded());

describe('withdrawFinding', () => {
  it('withdraws it, once', () => {
    stands
      .when(withdrawFinding, { finding, reason: 'It was lunchtime' }, knownFinding())
      .then({ type: 'FindingWithdrawn', data: { finding, reason: 'It was lunchtime' } });
    stands.when(withdrawFinding, { finding }, knownFinding({ isWithdrawn: true })).thenNothing();
  });

  it('needs a finding', () => {
    stands.when(withdrawFinding, { finding }).thenRefused('FINDING_NOT_FOUND');
    given().when(withdrawFinding, { finding }, knownFinding()).thenRefused('INCIDENT_NOT_FOUND');
  });
});

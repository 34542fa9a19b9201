import { describe, it } from '@jest/globals';
import { finding, knownFinding, recorded } from '../../../../test/support/given-after.js';
import { declared, given } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { reviseFinding } from './revise-finding.js';

const evidence = [sampleId('evt', '1')];
const stands = given(declared, recorded());

describe('reviseFinding', () => {
  it('says what is given anew, and the rest again', () => {
    stands
      .when(reviseFinding, { finding, text: 'Load', reason: 'Seen' }, knownFinding({ evidence }))
      .then({
        type: 'FindingRevised',
        data: { finding, findingKind: 'TRIGGER', text: 'Load', evidence, reason: 'Seen' },
      });
    stands
      .when(reviseFinding, { finding, findingKind: 'DETECTION', evidence: [] }, knownFinding())
      .then({
        type: 'FindingRevised',
        data: { finding, findingKind: 'DETECTION', text: 'A new rule', evidence: [] },
      });
  });

  it('is already true of what it says', () => {
    stands
      .when(reviseFinding, { finding, text: 'A new rule', reason: 'So' }, knownFinding())
      .thenNothing();
  });

  it('is refused for what never was, was withdrawn, or has no such evidence', () => {
    stands.when(reviseFinding, { finding, text: 'Load' }).thenRefused('FINDING_NOT_FOUND');
    stands
      .when(reviseFinding, { finding, text: 'Load' }, knownFinding({ isWithdrawn: true }))
      .thenRefused('FINDING_WITHDRAWN');
    stands
      .when(reviseFinding, { finding, evidence }, { ...knownFinding(), unknownEvidence: evidence })
      .thenRefused('EVIDENCE_UNKNOWN');
    given().when(reviseFinding, { finding }, knownFinding()).thenRefused('INCIDENT_NOT_FOUND');
  });
});

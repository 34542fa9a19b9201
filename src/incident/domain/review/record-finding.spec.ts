import { describe, expect, it } from '@jest/globals';
import { finding, knownFinding, recorded } from '../../../../test/support/given-after.js';
import { declared, given, resolved } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { recordFinding } from './record-finding.js';
import { maxFindings } from './state.js';

const evidence = [sampleId('evt', '1')];
const command = { finding, call: 'c1', findingKind: 'TRIGGER', text: 'A new rule' } as const;
const full = Array.from({ length: maxFindings }, (_, n) =>
  recorded({ finding: sampleId('fnd', String(n)) }),
);

describe('recordFinding', () => {
  it('records it, with evidence, in every phase and without a review', () => {
    given(declared)
      .when(recordFinding, { ...command, evidence })
      .then(recorded({ evidence }));
    given(declared, resolved).when(recordFinding, command).then(recorded());
  });

  it('takes its id for good', () => {
    const { take } = given(declared).when(recordFinding, command).then(recorded());
    expect(take).toMatchObject([{ space: 'client-id', key: finding, holder: 'c1' }]);
  });

  it('is already true of the same words, and refused for others under the id', () => {
    const known = given(declared, recorded());
    known.when(recordFinding, command, knownFinding()).thenNothing();
    for (const other of [{ text: 'Load' }, { findingKind: 'OTHER' as const }, { evidence }])
      known
        .when(recordFinding, { ...command, ...other }, knownFinding())
        .thenRefused({ code: 'FINDING_EXISTS', path: ['input', 'finding'] });
  });

  it('needs an incident, evidence that there is, and room', () => {
    given().when(recordFinding, command).thenRefused('INCIDENT_NOT_FOUND');
    given(declared)
      .when(recordFinding, { ...command, evidence }, { unknownEvidence: evidence })
      .thenRefused('EVIDENCE_UNKNOWN');
    given(declared, ...full)
      .when(recordFinding, command)
      .thenRefused('TOO_MANY_FINDINGS');
  });
});

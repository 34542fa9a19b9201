import { describe, it } from '@jest/globals';
import { declared, given, resolved } from '../../../../test/support/given-incident.js';
import { attachEvidence } from './attach-evidence.js';

const evidence = { figure: { name: 'error rate', value: '4.50', unit: '%' } };
const attached = { type: 'EvidenceAttached', data: { ...evidence, caption: 'It rises' } } as const;

describe('attachEvidence', () => {
  it('records it, in every phase, as often as it is said', () => {
    const command = { evidence, caption: 'It rises' };
    given(declared).when(attachEvidence, command).then(attached);
    given(declared, resolved, attached).when(attachEvidence, command).then(attached);
  });

  it('needs no caption', () => {
    given(declared)
      .when(attachEvidence, { evidence })
      .then({ type: 'EvidenceAttached', data: evidence });
  });

  it('needs an incident', () => {
    given().when(attachEvidence, { evidence }).thenRefused('INCIDENT_NOT_FOUND');
  });
});

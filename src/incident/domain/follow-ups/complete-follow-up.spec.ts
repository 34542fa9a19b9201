import { describe, it } from '@jest/globals';
import {
  completed,
  done,
  followUp,
  followUpAdded,
  knownFollowUp,
} from '../../../../test/support/given-after.js';
import { declared, given } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { completeFollowUp } from './complete-follow-up.js';

const evidence = [sampleId('evt', '1')];
const command = { followUp, followUpOutcome: 'DONE', evidence: [] } as const;
const wontDo = { followUp, followUpOutcome: 'WONT_DO', evidence: [] } as const;
const stands = given(declared, followUpAdded());

describe('completeFollowUp', () => {
  it('completes it, with what shows it', () => {
    const said = { remark: 'Limited', url: 'https://git.example.com/7', evidence };
    stands.when(completeFollowUp, { ...command, ...said }, knownFollowUp()).then(completed(said));
    stands
      .when(completeFollowUp, { ...wontDo, remark: 'Replaced' }, knownFollowUp())
      .then(completed({ followUpOutcome: 'WONT_DO', remark: 'Replaced' }));
  });

  it('is already true of the same, and refused for anything else', () => {
    stands.when(completeFollowUp, command, knownFollowUp({}, done)).thenNothing();
    for (const other of [{ remark: 'So' }, { url: 'https://x.example' }, { evidence }])
      stands
        .when(completeFollowUp, { ...command, ...other }, knownFollowUp({}, done))
        .thenRefused('FOLLOW_UP_COMPLETED');
    stands
      .when(completeFollowUp, { ...wontDo, remark: 'No' }, knownFollowUp({}, done))
      .thenRefused({ code: 'FOLLOW_UP_COMPLETED', path: ['input', 'followUp'] });
  });

  it('asks why it will not be done, and for evidence that there is', () => {
    stands
      .when(
        completeFollowUp,
        { ...wontDo, evidence },
        { ...knownFollowUp(), unknownEvidence: evidence },
      )
      .thenRefused('EVIDENCE_UNKNOWN', { code: 'REASON_REQUIRED', path: ['input', 'remark'] });
  });

  it('needs a follow-up', () => {
    stands.when(completeFollowUp, command).thenRefused('FOLLOW_UP_NOT_FOUND');
    given().when(completeFollowUp, command, knownFollowUp()).thenRefused('INCIDENT_NOT_FOUND');
  });
});

import { describe, it } from '@jest/globals';
import { change, declared, given, resolved } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { clearChange, implicateChange } from './judge-change.js';
import type { Link } from './link.js';

const link = (status: Link['status'], byPolicy = false) => ({ link: { change, status, byPolicy } });
const command = { change, reason: 'Errors began before it' };
const data = { ...command, evidence: [] };

describe.each([
  [clearChange, 'ChangeCleared', 'CLEARED', 'IMPLICATED'],
  [implicateChange, 'ChangeImplicated', 'IMPLICATED', 'CLEARED'],
] as const)('%p', (judge, type, status, other) => {
  it.each(['SUSPECT', other] as const)('judges one that is %s, in any phase', (before) => {
    given(declared).when(judge, command, link(before, true)).then({ type, data });
    given(declared, resolved).when(judge, command, link(before)).then({ type, data });
  });

  it('keeps the evidence, and refuses what is not of this log', () => {
    const evidence = [sampleId('evt', '1'), sampleId('evt', 'x')];
    given(declared)
      .when(judge, { ...command, evidence }, link('SUSPECT'))
      .then({ type, data: { ...data, evidence } });
    given(declared)
      .when(
        judge,
        { ...command, evidence },
        { ...link('SUSPECT'), unknownEvidence: [evidence[1] ?? ''] },
      )
      .thenRefused({ code: 'EVIDENCE_UNKNOWN', evidence: [evidence[1] ?? ''] });
  });

  it('is already true when it was judged so, for whatever reason', () => {
    given(declared)
      .when(judge, { ...command, reason: 'Hm' }, link(status))
      .thenNothing();
  });

  it('refuses one that is not linked, or not any more', () => {
    const refusal = { code: 'CHANGE_NOT_LINKED', change } as const;
    given(declared).when(judge, command).thenRefused(refusal);
    given(declared).when(judge, command, link('UNLINKED')).thenRefused(refusal);
  });

  it('refuses an incident that was never declared', () => {
    given().when(judge, command, link('SUSPECT')).thenRefused('INCIDENT_NOT_FOUND');
  });
});

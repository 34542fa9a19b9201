import { describe, expect, it } from '@jest/globals';
import { declared, given, resolved } from '../../../../test/support/given-incident.js';
import { changeSeverity } from './change-severity.js';

const command = { severity: 'SEV1', reason: 'All shops are down' } as const;
const changed = {
  type: 'SeverityChanged',
  data: { formerSeverity: 'SEV2', ...command },
} as const;

describe('changeSeverity', () => {
  it('changes it, in every phase, and says what it was', () => {
    given(declared).when(changeSeverity, command).then(changed);
    given(declared, resolved).when(changeSeverity, command).then(changed);
    expect(given(declared, changed).state).toMatchObject({ severity: 'SEV1' });
  });

  it('is already true of the severity that it has', () => {
    given(declared, changed)
      .when(changeSeverity, { ...command, reason: 'Again' })
      .thenNothing();
  });

  it('needs an incident', () => {
    given().when(changeSeverity, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});

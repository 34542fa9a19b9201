import { describe, expect, it } from '@jest/globals';
import {
  byGrace,
  byTool,
  commandTaken,
  contained,
  declared,
  given,
  resolved,
} from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { reportContainmentLost } from './report-containment-lost.js';

const command = { reason: 'Errors are back' };
const lost = { type: 'ContainmentLost', data: { ...command, evidence: [] } } as const;

describe('reportContainmentLost', () => {
  it('is for anyone, whoever commands', () => {
    given(declared, contained).when(reportContainmentLost, command, byTool).then(lost);
    given(declared, commandTaken, contained)
      .when(reportContainmentLost, command, byGrace)
      .then(lost);
  });

  it('names what shows it', () => {
    const evidence = [sampleId('evt', '1')];
    given(declared, contained)
      .when(reportContainmentLost, { ...command, evidence })
      .then({ type: 'ContainmentLost', data: { ...command, evidence } });
  });

  it('leads back to the investigation, and keeps what was', () => {
    expect(given(declared, contained, lost).state).toMatchObject({
      phase: 'INVESTIGATING',
      containedAt: null,
      firstContainedAt: '2019-07-02T13:41:00.000000Z',
      containedFor: 60,
      containmentsLost: 1,
    });
    expect(given(declared, contained, lost, contained, lost, contained).state).toMatchObject({
      phase: 'CONTAINED',
      containedAt: '2019-07-02T13:45:00.000000Z',
      firstContainedAt: '2019-07-02T13:41:00.000000Z',
      containedFor: 120,
      containmentsLost: 2,
    });
  });

  it('counts no time for a loss that was earlier than the containment', () => {
    const earlier = { ...lost, occurredAt: '2019-07-02T13:30:00.000000Z' };
    expect(given(declared, contained, earlier).state).toMatchObject({ containedFor: 0 });
  });

  it('is already true once it was reported', () => {
    given(declared, contained, lost).when(reportContainmentLost, command).thenNothing();
  });

  it('is for an incident that is contained', () => {
    const wrongPhase = { code: 'WRONG_PHASE', allowed: ['CONTAINED'] } as const;
    given(declared)
      .when(reportContainmentLost, command)
      .thenRefused({ ...wrongPhase, phase: 'INVESTIGATING' });
    given(declared, contained, resolved)
      .when(reportContainmentLost, command)
      .thenRefused({ ...wrongPhase, phase: 'RESOLVED' });
  });

  it('refuses evidence that is no entry of the log', () => {
    given(declared, contained)
      .when(reportContainmentLost, command, { unknownEvidence: ['evt_1'] })
      .thenRefused('EVIDENCE_UNKNOWN');
  });

  it('needs an incident', () => {
    given().when(reportContainmentLost, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});

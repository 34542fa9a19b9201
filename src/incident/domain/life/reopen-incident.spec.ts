import { describe, expect, it } from '@jest/globals';
import {
  ada,
  byTool,
  commandTaken,
  contained,
  declared,
  given,
  resolved,
} from '../../../../test/support/given-incident.js';
import { usualFacts } from '../../../../test/support/given.js';
import { reopenIncident } from './reopen-incident.js';

const command = { reason: 'It is back' };
const reopened = { type: 'IncidentReopened', data: command } as const;
const closed = { type: 'IncidentClosed', data: {} } as const;

describe('reopenIncident', () => {
  it('goes on in the phase in which it was resolved', () => {
    given(declared, resolved).when(reopenIncident, command).then(reopened);
    given(declared, resolved, closed).when(reopenIncident, command, byTool).then(reopened);
    expect(given(declared, resolved, reopened).state).toMatchObject({
      phase: 'INVESTIGATING',
      resolvedAt: null,
    });
    expect(given(declared, contained, resolved, closed, reopened).state).toMatchObject({
      phase: 'CONTAINED',
      containedAt: '2019-07-02T13:41:00.000000Z',
      resolvedAt: null,
      closedAt: null,
    });
  });

  it('has suspects looked for that came in while it was closed', () => {
    const decision = given(declared, resolved, closed).when(reopenIncident, command);
    const due = [{ kind: 'suspects', subject: 'window', at: usualFacts.now }];
    expect(decision.then(reopened).due).toEqual(due);
    const open = given(declared, resolved).when(reopenIncident, command);
    expect(open.then(reopened).due).toEqual([]);
  });

  it('keeps who commanded', () => {
    expect(given(declared, commandTaken, resolved, reopened).state).toMatchObject({
      term: 1,
      commander: { member: ada },
    });
  });

  it('is already true of an incident that is not resolved', () => {
    given(declared).when(reopenIncident, command).thenNothing();
    given(declared, contained).when(reopenIncident, command).thenNothing();
  });

  it('needs an incident', () => {
    given().when(reopenIncident, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});

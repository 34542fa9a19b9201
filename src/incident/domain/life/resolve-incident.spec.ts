import { describe, expect, it } from '@jest/globals';
import {
  ada,
  byGrace,
  commandTaken,
  contained,
  declared,
  given,
  grace,
  resolved,
  started,
} from '../../../../test/support/given-incident.js';
import { offered, withdrawn } from '../../../../test/support/given-command.js';
import { resolveIncident } from './resolve-incident.js';

const inTerm1 = { type: 'IncidentResolved', data: { directedIn: 1 } } as const;

const closed = { type: 'IncidentClosed', data: {} } as const;

describe('resolveIncident', () => {
  it('resolves, under the term of the commander', () => {
    given(declared, commandTaken, contained).when(resolveIncident, {}).then(inTerm1);
    given(declared, commandTaken).when(resolveIncident, { term: 1 }, byGrace).then(inTerm1);
  });

  it('resolves while nobody commands, saying how', () => {
    given(declared)
      .when(resolveIncident, { remark: 'Fixed' }, byGrace)
      .then({ type: 'IncidentResolved', data: { remark: 'Fixed' } });
  });

  it('leaves the commander named and actions open, and releases no claim', () => {
    const past = [declared, commandTaken, started()];
    const decision = given(...past)
      .when(resolveIncident, {})
      .then(inTerm1);
    expect(decision.release).toBeUndefined();
    expect(given(...past, resolved).state).toMatchObject({
      phase: 'RESOLVED',
      resolvedAt: '2019-07-02T13:43:00.000000Z',
      term: 1,
      commander: { member: ada },
      openActions: 1,
    });
  });

  it('withdraws an offer of command', () => {
    const { due } = given(declared, commandTaken, offered)
      .when(resolveIncident, {})
      .then(withdrawn, inTerm1);
    expect(due).toEqual([{ kind: 'offer', subject: grace, at: null }]);
  });

  it('is already true when resolved or closed', () => {
    given(declared, resolved).when(resolveIncident, {}).thenNothing();
    given(declared, resolved, closed).when(resolveIncident, {}).thenNothing();
  });

  it('refuses who may not direct, also when resolved', () => {
    given(declared, commandTaken)
      .when(resolveIncident, {}, byGrace)
      .thenRefused({ code: 'TERM_REQUIRED', currentTerm: 1, commander: ada });
    given(declared, commandTaken, resolved)
      .when(resolveIncident, { term: 2 })
      .thenRefused({ code: 'STALE_TERM', currentTerm: 1, commander: ada });
  });

  it('needs an incident', () => {
    given().when(resolveIncident, {}).thenRefused('INCIDENT_NOT_FOUND');
  });
});

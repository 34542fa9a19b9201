import { describe, expect, it } from '@jest/globals';
import {
  ada,
  byGrace,
  commandTaken,
  contained,
  declared,
  given,
  resolved,
} from '../../../../test/support/given-incident.js';
import { declareContained } from './declare-contained.js';

const inTerm1 = { type: 'IncidentContained', data: { directedIn: 1 } } as const;

describe('declareContained', () => {
  it('contains, under the term of the commander', () => {
    given(declared, commandTaken).when(declareContained, {}).then(inTerm1);
    given(declared, commandTaken).when(declareContained, { term: 1 }, byGrace).then(inTerm1);
  });

  it('contains while nobody commands, saying how', () => {
    given(declared)
      .when(declareContained, { remark: 'Rolled back' }, byGrace)
      .then({ type: 'IncidentContained', data: { remark: 'Rolled back' } });
  });

  it('keeps when it happened', () => {
    expect(given(declared, contained).state).toMatchObject({
      phase: 'CONTAINED',
      containedAt: '2019-07-02T13:41:00.000000Z',
    });
  });

  it('is already true when contained', () => {
    given(declared, contained).when(declareContained, { remark: 'Again' }).thenNothing();
  });

  it('refuses who may not direct, also when contained', () => {
    given(declared, commandTaken)
      .when(declareContained, {}, byGrace)
      .thenRefused({ code: 'TERM_REQUIRED', currentTerm: 1, commander: ada });
    given(declared, commandTaken, contained)
      .when(declareContained, { term: 2 })
      .thenRefused({ code: 'STALE_TERM', currentTerm: 1, commander: ada });
  });

  it('is too late after resolution', () => {
    given(declared, resolved)
      .when(declareContained, {})
      .thenRefused({ code: 'WRONG_PHASE', phase: 'RESOLVED', allowed: ['INVESTIGATING'] });
    given(declared, resolved, { type: 'IncidentClosed', data: {} })
      .when(declareContained, {})
      .thenRefused({ code: 'WRONG_PHASE', phase: 'CLOSED' });
    given(declared, commandTaken, resolved)
      .when(declareContained, {}, byGrace)
      .thenRefused('TERM_REQUIRED', 'WRONG_PHASE');
  });

  it('needs an incident', () => {
    given().when(declareContained, {}).thenRefused('INCIDENT_NOT_FOUND');
  });
});

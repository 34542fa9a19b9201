import { describe, expect, it } from '@jest/globals';
import {
  ada,
  byGrace,
  commandTaken,
  declared,
  given,
  grace,
  incidentId,
  resolved,
  started,
} from '../../../../test/support/given-incident.js';
import { offered, withdrawn } from '../../../../test/support/given-command.js';
import { sampleId } from '../../../../test/support/given.js';
import type { IncidentEvent } from '../events.js';
import { mergeIncident } from './merge-incident.js';

const into = sampleId('inc', '43');
const elsewhere = sampleId('inc', '44');
const command = { duplicate: incidentId, into };
const beside = given(declared).state;
const told = { beside };
const merged = (data: object = {}) =>
  ({ type: 'IncidentMerged', data: { into, ...data } }) as IncidentEvent;
const relinquished = { type: 'CommandRelinquished', data: { term: 1, member: ada } } as const;
const closed: IncidentEvent = { type: 'IncidentClosed', data: {} };
const declined: IncidentEvent = { type: 'IncidentDeclined', data: { reason: 'False alarm' } };
const drill = { ...declared, data: { ...declared.data, mode: 'DRILL' } } as const;

describe('mergeIncident', () => {
  it('ends the duplicate, and says so in the one that goes on', () => {
    const decision = given(declared)
      .when(mergeIncident, { ...command, reason: 'Same deploy' }, told)
      .then(merged({ reason: 'Same deploy' }));
    expect(decision.beside).toEqual({
      events: [{ type: 'IncidentAbsorbed', data: { duplicate: incidentId } }],
    });
    expect(given(declared, merged()).state).toMatchObject({
      phase: 'MERGED',
      mergedInto: into,
      resolvedAt: '2019-07-02T13:41:00.000000Z',
    });
  });

  it('ends its command and an offer of it, and leaves the claims of open actions', () => {
    const decision = given(declared, commandTaken, offered, started())
      .when(mergeIncident, command, told)
      .then(withdrawn, merged({ directedIn: 1 }), relinquished);
    expect(decision.due).toEqual([{ kind: 'offer', subject: grace, at: null }]);
    expect(decision.release).toBeUndefined();
  });

  it('is directed by the commander of the duplicate', () => {
    given(declared, commandTaken)
      .when(mergeIncident, command, { ...told, ...byGrace })
      .thenRefused({ code: 'TERM_REQUIRED', currentTerm: 1, commander: ada });
    given(declared, commandTaken)
      .when(mergeIncident, { ...command, term: 1 }, { ...told, ...byGrace })
      .then(merged({ directedIn: 1 }), relinquished);
  });

  it('is for one that was resolved as well, and keeps the time of that', () => {
    const past = [declared, resolved];
    given(...past)
      .when(mergeIncident, command, told)
      .then(merged());
    expect(given(...past, merged()).state).toMatchObject({
      phase: 'MERGED',
      resolvedAt: '2019-07-02T13:41:00.000000Z',
      resolvedFrom: 'INVESTIGATING',
    });
    given(...past, closed)
      .when(mergeIncident, command, told)
      .thenRefused({ code: 'WRONG_PHASE', phase: 'CLOSED' });
  });

  it('is into one that goes on, or whose response is over', () => {
    for (const past of [[resolved], [resolved, closed]]) {
      const over = given(declared, ...past).state;
      given(declared).when(mergeIncident, command, { beside: over }).then(merged());
    }
  });

  it('is already true of the same, in whatever term', () => {
    given(declared, merged())
      .when(mergeIncident, { ...command, term: 7 }, told)
      .thenNothing();
  });

  it('refuses one that was merged into another', () => {
    given(declared, merged())
      .when(mergeIncident, { ...command, into: elsewhere }, told)
      .thenRefused({ code: 'WRONG_PHASE', phase: 'MERGED' });
  });

  it('refuses to merge into itself, nothing, what was merged or declined, and across modes', () => {
    const on = given(declared);
    const path = ['input', 'into'];
    on.when(mergeIncident, { ...command, into: incidentId }, told).thenRefused({
      code: 'MERGED_INTO_ITSELF',
      path,
    });
    on.when(mergeIncident, command).thenRefused({ code: 'INCIDENT_NOT_FOUND', path });
    on.when(mergeIncident, command, {
      beside: given(declared, merged({ into: elsewhere })).state,
    }).thenRefused({ code: 'INCIDENT_MERGED', into: elsewhere, path });
    on.when(mergeIncident, command, { beside: given(declared, declined).state }).thenRefused({
      code: 'SURVIVOR_DECLINED',
      path,
    });
    on.when(mergeIncident, command, { beside: given(drill).state }).thenRefused({
      code: 'MODES_DIFFER',
      own: 'REAL',
      other: 'DRILL',
      path,
    });
  });

  it('needs an incident', () => {
    given().when(mergeIncident, command, told).thenRefused('INCIDENT_NOT_FOUND');
  });
});

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
import { sampleId } from '../../../../test/support/given.js';
import type { IncidentEvent } from '../events.js';
import { closeIncident } from './close-incident.js';
import { declineIncident } from './decline-incident.js';
import { pointedOn } from './ended.js';
import { incidentMerged, wrongPhase } from './refusals.js';
import { reopenIncident } from './reopen-incident.js';
import { resolveIncident } from './resolve-incident.js';

const reason = 'False alarm';
const declined = (directedIn?: number): IncidentEvent => ({
  type: 'IncidentDeclined',
  data: { directedIn, reason },
});
const reopened: IncidentEvent = { type: 'IncidentReopened', data: { reason } };
const closed: IncidentEvent = { type: 'IncidentClosed', data: {} };
const into = sampleId('inc', '43');
const merged: IncidentEvent = { type: 'IncidentMerged', data: { into } };

describe('declineIncident', () => {
  it('ends the response and an offer of command, and leaves command and actions', () => {
    const past = [declared, commandTaken, offered, started()];
    const { due, release } = given(...past)
      .when(declineIncident, { reason })
      .then(withdrawn, declined(1));
    expect([due, release]).toEqual([[{ kind: 'offer', subject: grace, at: null }], undefined]);
    expect(given(...past, withdrawn, declined(1)).state).toMatchObject({
      phase: 'DECLINED',
      resolvedAt: '2019-07-02T13:45:00.000000Z',
      commander: { member: ada },
      openActions: 1,
      promises: {},
    });
  });

  it('is a directive', () => {
    given(declared, commandTaken)
      .when(declineIncident, { reason }, byGrace)
      .thenRefused({ code: 'TERM_REQUIRED', currentTerm: 1 });
    given(declared, commandTaken)
      .when(declineIncident, { reason, term: 1 }, byGrace)
      .then(declined(1));
  });

  it('is for what was resolved, too, but not for what was closed or merged', () => {
    given(declared, resolved).when(declineIncident, { reason }).then(declined());
    for (const [phase, past] of [
      ['CLOSED', [resolved, closed]],
      ['MERGED', [merged]],
    ] as const)
      given(declared, ...past)
        .when(declineIncident, { reason })
        .thenRefused({ code: 'WRONG_PHASE', phase });
  });

  it('is already true when declined, for whatever reason', () => {
    given(declared, declined()).when(declineIncident, { reason: 'Another' }).thenNothing();
  });

  it('needs an incident', () => {
    given().when(declineIncident, { reason }).thenRefused('INCIDENT_NOT_FOUND');
  });
});

describe('an incident that was declined', () => {
  it('may be reopened, in the phase that it was in, and looks for suspects again', () => {
    const past = [declared, contained, declined()];
    const { due } = given(...past)
      .when(reopenIncident, { reason })
      .then(reopened);
    expect(due).toMatchObject([{ kind: 'suspects' }]);
    expect(given(...past, reopened).state).toMatchObject({ phase: 'CONTAINED', resolvedAt: null });
    expect(given(declared, contained, resolved, declined(), reopened).state).toMatchObject({
      phase: 'CONTAINED',
    });
  });
});

describe('an incident that was declined or merged', () => {
  it('is neither resolved nor closed', () => {
    for (const [phase, end] of [
      ['DECLINED', declined()],
      ['MERGED', merged],
    ] as const) {
      const past = given(declared, end);
      past.when(resolveIncident, {}).thenRefused({ code: 'WRONG_PHASE', phase });
      past.when(closeIncident, {}).thenRefused({ code: 'WRONG_PHASE', phase });
    }
    given(declared, merged)
      .when(reopenIncident, { reason })
      .thenRefused({ code: 'WRONG_PHASE', phase: 'MERGED' });
  });

  it('names the one that goes on, wherever its phase is in the way', () => {
    const refused = { refusals: [wrongPhase('MERGED', ['RESOLVED'])] };
    expect(pointedOn(refused, given(declared, merged).state)).toEqual({
      refusals: [incidentMerged(into)],
    });
    expect(pointedOn(refused, given(declared).state)).toBe(refused);
    expect(pointedOn(refused, given().state)).toBe(refused);
    const accepted = { events: [] };
    expect(pointedOn(accepted, given(declared, merged).state)).toBe(accepted);
  });
});

import { describe, expect, it } from '@jest/globals';
import { declaredWithChecks } from '../../../../test/support/given-checks.js';
import { dueAfter } from '../../../../test/support/given-clocks.js';
import {
  ada,
  assessed,
  change,
  commandTaken,
  contained,
  declared,
  finished,
  grace,
  resolved,
  started,
} from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import type { Severity, UpdateAudience } from '../choices.js';
import type { IncidentEvent } from '../events.js';

const evidence = [sampleId('evt', '1')];
const [help, hypothesis] = [sampleId('hlp', '1'), sampleId('hyp', '1')];
const note: IncidentEvent = { type: 'NoteAdded', data: { text: 'Hm' } };
const joined: IncidentEvent = {
  type: 'ResponderJoined',
  data: { member: grace, as: 'RESPONDER' },
};
const published = (audience: UpdateAudience): IncidentEvent => ({
  type: 'UpdatePublished',
  data: { audience, text: 'We are on it' },
});
const promised = (audience: UpdateAudience, promisedFor: string): IncidentEvent => ({
  type: 'NextUpdatePromised',
  data: { audience, promisedFor },
});
const reopened: IncidentEvent = { type: 'IncidentReopened', data: {} };
const relinquished: IncidentEvent = { type: 'CommandRelinquished', data: { term: 1, member: ada } };
const lost: IncidentEvent = { type: 'ContainmentLost', data: { evidence: [] } };
const raised: IncidentEvent = {
  type: 'HypothesisRaised',
  data: { hypothesis, statement: 'The pool is exhausted' },
};
const engaged: IncidentEvent = { type: 'HelpEngaged', data: { help, helper: grace } };
const checked = (type: 'CheckStarted' | 'CheckCompleted' | 'CheckSkipped'): IncidentEvent =>
  ({
    type,
    data: {
      check: 'database',
      ...(type === 'CheckCompleted' && { verdict: 'CLEAR', evidence: [] }),
      ...(type === 'CheckSkipped' && { reason: 'Later' }),
    },
  }) as IncidentEvent;

/** Each event a minute after the one before; the declaration is at minute 0. */
const due = (...past: IncidentEvent[]) => dueAfter([declared, ...past]);
const inSeverity = (severity: Severity, ...past: IncidentEvent[]) =>
  dueAfter([{ ...declared, data: { ...declared.data, severity } }, ...past]);

describe('the clocks of an incident', () => {
  it('run from the declaration on', () => {
    expect(dueAfter([declaredWithChecks])).toEqual({
      NO_COMMANDER: 5,
      NO_SCOPE: 10,
      NO_CHECK_STARTED: 10,
      'SILENCE INTERNAL': 30,
      'SILENCE STATUS_PAGE': 30,
      'SILENCE CUSTOMERS': 30,
      STALLED: 30,
      CALL_FOR_HELP: 60,
    });
  });

  it('do not count from when something is said to have happened', () => {
    const earlier = { ...commandTaken, occurredAt: '2019-07-02T13:00:00.000000Z' };
    expect(due(earlier, relinquished)['NO_COMMANDER']).toBe(2 + 5);
  });

  it.each<[string, IncidentEvent[]]>([
    ['in retrospect', [{ ...declared, data: { ...declared.data, mode: 'RETROSPECTIVE' } }]],
    ['once it is resolved', [declared, resolved]],
    ['once it is closed', [declared, resolved, { type: 'IncidentClosed', data: {} }]],
  ])('do not run %s', (_, past) => {
    expect(dueAfter(past)).toEqual({});
  });

  it('run in a drill', () => {
    const drill: IncidentEvent = { ...declared, data: { ...declared.data, mode: 'DRILL' } };
    expect(dueAfter([drill])).toEqual(due());
  });

  it('begin anew when it is reopened', () => {
    const past = [published('INTERNAL'), resolved, reopened];
    expect(due(...past)).toMatchObject({
      NO_COMMANDER: 3 + 5,
      NO_SCOPE: 3 + 10,
      'SILENCE INTERNAL': 3 + 30,
      STALLED: 3 + 30,
      CALL_FOR_HELP: 3 + 60,
    });
  });
});

describe('NO_COMMANDER', () => {
  it('is over when somebody takes command, and begins when it is relinquished', () => {
    expect(due(commandTaken)).not.toHaveProperty('NO_COMMANDER');
    expect(due(note, commandTaken, relinquished)['NO_COMMANDER']).toBe(3 + 5);
  });
});

describe('NO_SCOPE', () => {
  it('is over with an assessment, and not with a correction of the start', () => {
    expect(due(assessed())).not.toHaveProperty('NO_SCOPE');
    const corrected: IncidentEvent = {
      type: 'ImpactStartCorrected',
      data: { impactStartedAt: '2019-07-02T13:00:00.000000Z', evidence: [] },
    };
    expect(due(corrected)['NO_SCOPE']).toBe(10);
  });
});

describe('NO_CHECK_STARTED', () => {
  it('does not run without checks', () => {
    expect(due()).not.toHaveProperty('NO_CHECK_STARTED');
  });

  it.each(['CheckStarted', 'CheckCompleted', 'CheckSkipped'] as const)('is over by %s', (type) => {
    expect(dueAfter([declaredWithChecks, checked(type)])).not.toHaveProperty('NO_CHECK_STARTED');
  });

  it('counts from the first check, where there was none before', () => {
    const added: IncidentEvent = {
      type: 'CheckAdded',
      data: { check: 'queue', title: 'Queue', lookAt: [] },
    };
    expect(due(note, note, added)['NO_CHECK_STARTED']).toBe(3 + 10);
  });
});

describe('SILENCE', () => {
  it('is as long as the playbook says for the audience and the severity', () => {
    expect(inSeverity('SEV3')).toMatchObject({
      'SILENCE INTERNAL': 30,
      'SILENCE STATUS_PAGE': 60,
      'SILENCE CUSTOMERS': 60,
    });
  });

  it('counts from the latest update for the audience, and from no other', () => {
    expect(due(published('CUSTOMERS'), note, published('CUSTOMERS'))).toMatchObject({
      'SILENCE INTERNAL': 30,
      'SILENCE STATUS_PAGE': 30,
      'SILENCE CUSTOMERS': 3 + 30,
    });
  });

  it('goes on while the incident is contained', () => {
    expect(due(contained)['SILENCE INTERNAL']).toBe(30);
  });

  describe('after a retraction', () => {
    const retracted = (version: number, latest?: number): IncidentEvent => ({
      type: 'UpdateRetracted',
      data: {
        audience: 'INTERNAL',
        update: sampleId('evt', String(version)),
        latest:
          latest === undefined
            ? undefined
            : { update: sampleId('evt', String(latest)), at: '2019-07-02T13:41:00.000000Z' },
      },
    });

    it('is as long as it was without the update', () => {
      const two = [published('INTERNAL'), note, published('INTERNAL')];
      expect(due(...two, retracted(4, 2))['SILENCE INTERNAL']).toBe(1 + 30);
      expect(due(note, published('INTERNAL'), retracted(3))['SILENCE INTERNAL']).toBe(30);
    });

    it('stays as it is, if it was of an earlier update', () => {
      const two = [published('INTERNAL'), published('INTERNAL')];
      expect(due(...two, retracted(2, 3))['SILENCE INTERNAL']).toBe(2 + 30);
    });

    it('is broken by the next update', () => {
      const past = [published('INTERNAL'), retracted(2), published('INTERNAL')];
      expect(due(...past)['SILENCE INTERNAL']).toBe(3 + 30);
    });
  });
});

describe('UPDATE_PROMISED', () => {
  it('stands in place of SILENCE until the update comes', () => {
    const promise = promised('CUSTOMERS', '2019-07-02T15:00:00.000000Z');
    const standing = due(promise);
    expect(standing['UPDATE_PROMISED CUSTOMERS']).toBe(80);
    expect(standing).not.toHaveProperty('SILENCE CUSTOMERS');
    expect(standing['SILENCE INTERNAL']).toBe(30);
    const kept = due(promise, note, published('CUSTOMERS'));
    expect(kept['SILENCE CUSTOMERS']).toBe(3 + 30);
    expect(kept).not.toHaveProperty('UPDATE_PROMISED CUSTOMERS');
  });

  it('goes by the latest promise', () => {
    const promises = ['15', '16'].map((hour) =>
      promised('INTERNAL', `2019-07-02T${hour}:00:00.000000Z`),
    );
    expect(due(...promises)['UPDATE_PROMISED INTERNAL']).toBe(140);
  });
});

describe('STALLED and CALL_FOR_HELP', () => {
  it.each<[string, IncidentEvent[]]>([
    ['a check was completed', [checked('CheckCompleted')]],
    ['the scope was assessed on evidence', [assessed({ evidence })]],
    [
      'the start was corrected on evidence',
      [
        {
          type: 'ImpactStartCorrected',
          data: { impactStartedAt: '2019-07-02T13:00:00.000000Z', evidence },
        },
      ],
    ],
    [
      'a hypothesis was ruled out',
      [raised, { type: 'HypothesisRuledOut', data: { hypothesis, reason: 'No' } } as IncidentEvent],
    ],
    [
      'a hypothesis was confirmed',
      [
        raised,
        { type: 'HypothesisConfirmed', data: { hypothesis, reason: 'Yes' } } as IncidentEvent,
      ],
    ],
    ['an action worked', [started(), finished()]],
    ['an action had no effect', [started(), finished({ outcome: 'NO_EFFECT' })]],
    [
      'a change was cleared',
      [{ type: 'ChangeCleared', data: { change, reason: 'No' } } as IncidentEvent],
    ],
    [
      'a change was implicated',
      [{ type: 'ChangeImplicated', data: { change, reason: 'Yes' } } as IncidentEvent],
    ],
  ])('begin anew when %s', (_, progress) => {
    const last = progress.length + 1;
    expect(dueAfter([declaredWithChecks, note, ...progress])).toMatchObject({
      STALLED: last + 30,
      CALL_FOR_HELP: last + 60,
    });
  });

  it.each<[string, IncidentEvent[]]>([
    ['a note', [note]],
    ['somebody who joins', [joined]],
    ['an update', [published('INTERNAL')]],
    ['a scope without evidence', [assessed()]],
    ['a hypothesis', [raised]],
    ['the start of an action', [started()]],
    ['an action that was abandoned', [started(), finished({ outcome: 'ABANDONED' })]],
    ['the start of a check', [checked('CheckStarted')]],
    ['a check that was skipped', [checked('CheckSkipped')]],
    ['a commander', [commandTaken]],
  ])('go on past %s', (_, past) => {
    expect(dueAfter([declaredWithChecks, ...past])).toMatchObject({
      STALLED: 30,
      CALL_FOR_HELP: 60,
    });
  });

  it('rest while the incident is contained, and begin anew when that is lost', () => {
    expect(due(contained)).not.toHaveProperty('STALLED');
    expect(due(contained)).not.toHaveProperty('CALL_FOR_HELP');
    expect(due(contained, lost)).toMatchObject({ STALLED: 2 + 30, CALL_FOR_HELP: 2 + 60 });
  });

  it('CALL_FOR_HELP rests while anybody is engaged, and begins anew with the last release', () => {
    const released: IncidentEvent = { type: 'HelpReleased', data: { help, wasEngaged: true } };
    expect(due(engaged)).not.toHaveProperty('CALL_FOR_HELP');
    expect(due(engaged)['STALLED']).toBe(30);
    expect(due(engaged, engaged, released)).not.toHaveProperty('CALL_FOR_HELP');
    expect(due(engaged, engaged, released, released)['CALL_FOR_HELP']).toBe(4 + 60);
  });

  it('CALL_FOR_HELP goes on when a request is withdrawn that nobody came for', () => {
    expect(due({ type: 'HelpReleased', data: { help } })['CALL_FOR_HELP']).toBe(60);
  });
});

describe('OFFER_EXPIRING', () => {
  const offered = (until: string): IncidentEvent => ({
    type: 'CommandOffered',
    data: { term: 1, member: grace, until },
  });

  it('comes minutes before the end of the offer, and goes with it', () => {
    const offer = offered('2019-07-02T13:52:00.000000Z');
    expect(due(commandTaken, offer)['OFFER_EXPIRING']).toBe(10);
    expect(
      due(commandTaken, offer, { type: 'CommandDeclined', data: { term: 1, member: grace } }),
    ).not.toHaveProperty('OFFER_EXPIRING');
  });

  it('comes at half time of a short offer', () => {
    expect(due(commandTaken, offered('2019-07-02T13:43:00.000000Z'))['OFFER_EXPIRING']).toBe(2.5);
  });
});

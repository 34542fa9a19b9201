import { describe, expect, it } from '@jest/globals';
import { expired, late, lin, offered, until } from '../../../../test/support/given-command.js';
import {
  ada,
  byGrace,
  byTool,
  commandTaken,
  contained,
  declared,
  given,
  grace,
  resolved,
} from '../../../../test/support/given-incident.js';
import { offerCommand } from './offer-command.js';

const known = { mayRespond: true, grants: {} };
const toGrace = { to: grace };
const offerDue = { kind: 'offer', subject: grace, at: until };

describe('offerCommand', () => {
  it('offers for five minutes, or as long as is said', () => {
    const commanded = given(declared, commandTaken, contained);
    const { due } = commanded.when(offerCommand, toGrace, known).then(offered);
    expect(due).toEqual([offerDue]);
    const remark = 'The database team is on it';
    const at = '2019-07-02T15:00:00.000000Z';
    commanded
      .when(offerCommand, { ...toGrace, minutes: 60, remark }, known)
      .then({ type: 'CommandOffered', data: { term: 1, member: grace, until: at, remark } });
  });

  it('counts from the clock, not from when it happened', () => {
    given(declared, commandTaken)
      .when(offerCommand, toGrace, { ...known, occurredAt: '2019-07-02T13:00:00.000000Z' })
      .then(offered);
  });

  it('lets who is to command see a restricted incident', () => {
    const restricted = { type: 'IncidentRestricted', data: {} } as const;
    const reason = 'Offered command';
    const commanded = given(declared, commandTaken, restricted);
    for (const grants of [{}, { [grace]: 'FOR_HELP' } as const])
      commanded
        .when(offerCommand, toGrace, { ...known, grants })
        .then(offered, { type: 'SightGranted', data: { viewer: grace, reason } });
    commanded
      .when(offerCommand, toGrace, { ...known, grants: { [grace]: 'LASTING' } })
      .then(offered);
  });

  it('is already true while it stands, however long it was meant to', () => {
    given(declared, commandTaken, offered)
      .when(offerCommand, { to: grace, minutes: 1 }, known)
      .thenNothing();
  });

  it('is refused while another offer stands, which it names', () => {
    given(declared, commandTaken, offered)
      .when(offerCommand, { to: lin }, known)
      .thenRefused({
        code: 'OFFER_STANDS',
        path: ['input', 'to'],
        term: 1,
        commander: { member: ada, since: '2019-07-02T13:41:00.000000Z' },
        offer: { to: grace, until },
      });
  });

  it('ends an offer that is past its time', () => {
    const atTen = '2019-07-02T14:10:00.000000Z';
    const { due } = given(declared, commandTaken, offered)
      .when(offerCommand, { to: lin }, { ...known, ...late })
      .then(expired, { type: 'CommandOffered', data: { term: 1, member: lin, until: atTen } });
    expect(due).toEqual([
      { ...offerDue, at: null },
      { kind: 'offer', subject: lin, at: atTen },
    ]);
  });

  it('is for the commander', () => {
    given(declared, commandTaken)
      .when(offerCommand, { to: lin }, { ...known, ...byGrace })
      .thenRefused({ code: 'NOT_COMMANDER', term: 1, offer: null });
    given(declared, commandTaken).when(offerCommand, toGrace, byTool).thenRefused('NOT_COMMANDER');
    given(declared).when(offerCommand, toGrace, known).thenRefused({
      code: 'NOT_COMMANDER',
      message: 'Nobody commands: take command first, by takeCommand',
      commander: null,
    });
  });

  it('is refused to oneself, and to who may not respond', () => {
    given(declared, commandTaken)
      .when(offerCommand, { to: ada }, known)
      .thenRefused({ code: 'OFFER_TO_SELF', path: ['input', 'to'] });
    given(declared, commandTaken)
      .when(offerCommand, toGrace, { mayRespond: false })
      .thenRefused({ code: 'NOT_A_RESPONDER', path: ['input', 'to'] });
  });

  it('is too late after resolution', () => {
    given(declared, commandTaken, resolved)
      .when(offerCommand, toGrace, known)
      .thenRefused({ code: 'WRONG_PHASE', phase: 'RESOLVED' });
  });

  it('needs an incident', () => {
    given().when(offerCommand, toGrace, known).thenRefused('INCIDENT_NOT_FOUND');
  });
});

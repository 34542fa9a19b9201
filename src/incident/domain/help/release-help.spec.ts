import { describe, it } from '@jest/globals';
import {
  ada,
  commandTaken,
  declared,
  given,
  grace,
} from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import type { IncidentEvent } from '../events.js';
import type { Help } from './help.js';
import { releaseHelp } from './release-help.js';

const help = sampleId('hlp', '1');
const command = { help };
const came: IncidentEvent = { type: 'HelpEngaged', data: { help, helper: grace } };
const released: IncidentEvent = { type: 'HelpReleased', data: { help, wasEngaged: true } };
const waiting: Help = { help, state: 'REQUESTED', need: 'DNS' };
const engaged: Help = { help, state: 'ENGAGED', need: 'DNS', helper: grace };
const facts = { known: engaged, grants: { [grace]: 'FOR_HELP' }, helpsOtherwise: false } as const;
const past = given(declared, came);

describe('releaseHelp', () => {
  it('takes back the sight that the engagement gave', () => {
    past
      .when(releaseHelp, { help, remark: 'Fixed' }, facts)
      .then(
        { type: 'HelpReleased', data: { help, remark: 'Fixed', wasEngaged: true } },
        { type: 'SightRevoked', data: { viewer: grace, forHelp: help } },
      );
  });

  it('leaves sight that was granted otherwise, or was revoked before', () => {
    past.when(releaseHelp, command, { ...facts, grants: { [grace]: 'LASTING' } }).then(released);
    past.when(releaseHelp, command, { ...facts, grants: {} }).then(released);
  });

  it('leaves sight to who helps otherwise, or has come to command', () => {
    past.when(releaseHelp, command, { ...facts, helpsOtherwise: true }).then(released);
    const byAda = { ...facts, known: { ...engaged, helper: ada }, grants: { [ada]: 'FOR_HELP' } };
    given(declared, came, commandTaken)
      .when(releaseHelp, command, byAda as typeof facts)
      .then(released);
  });

  it('withdraws a request', () => {
    given(declared)
      .when(releaseHelp, command, { ...facts, known: waiting })
      .then({ type: 'HelpReleased', data: { help } });
  });

  it('releases an outside party', () => {
    const known = { ...engaged, helper: undefined, party: 'Acme DNS' };
    past.when(releaseHelp, command, { ...facts, known }).then(released);
  });

  it('is already true of what is over', () => {
    const known: Help = { ...engaged, state: 'RELEASED' };
    past.when(releaseHelp, command, { ...facts, known }).thenNothing();
  });

  it('refuses what was never requested', () => {
    past
      .when(releaseHelp, command, { ...facts, known: undefined })
      .thenRefused({ code: 'HELP_NOT_FOUND', path: ['input', 'help'] });
  });

  it('needs an incident', () => {
    given().when(releaseHelp, command, facts).thenRefused('INCIDENT_NOT_FOUND');
  });
});

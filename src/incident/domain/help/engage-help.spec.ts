import { describe, it } from '@jest/globals';
import { declared, given, grace } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import type { IncidentEvent } from '../events.js';
import { granted } from '../sight/grant.js';
import { engageHelp } from './engage-help.js';
import type { Help, Helper } from './help.js';

const help = sampleId('hlp', '1');
const requested: IncidentEvent = { type: 'HelpRequested', data: { help, need: 'DNS' } };
const engaged = (who: Helper): IncidentEvent => ({ type: 'HelpEngaged', data: { help, ...who } });
const known: Help = { help, state: 'REQUESTED', need: 'DNS' };
const facts = { known, grants: {}, helperExists: true };
const byGrace = { help, helper: grace };
const party = { party: 'Acme DNS', contact: 'noc@acme.example' };

describe('engageHelp', () => {
  it('grants a member sight as long as they help', () => {
    given(declared, requested)
      .when(engageHelp, byGrace, facts)
      .then(engaged({ helper: grace }), granted(grace, { forHelp: help }));
  });

  it.each(['LASTING', 'FOR_HELP'] as const)('grants no second time: %s', (grant) => {
    given(declared, requested)
      .when(engageHelp, byGrace, { ...facts, grants: { [grace]: grant } })
      .then(engaged({ helper: grace }));
  });

  it('grants an outside party nothing', () => {
    given(declared, requested)
      .when(engageHelp, { help, ...party }, { ...facts, helperExists: false })
      .then(engaged(party));
  });

  it('is already true of the same helper, and refuses another', () => {
    const busy = { ...facts, known: { ...known, state: 'ENGAGED', ...party } } as const;
    const past = given(declared, requested, engaged(party));
    past.when(engageHelp, { help, ...party }, busy).thenNothing();
    for (const other of [byGrace, { help, party: 'Acme DNS' }])
      past
        .when(engageHelp, other, busy)
        .thenRefused({ code: 'HELP_NOT_OPEN', path: ['input', 'help'] });
  });

  it('refuses what is over, also for the same helper', () => {
    const over = { ...facts, known: { ...known, state: 'RELEASED', helper: grace } } as const;
    given(declared, requested).when(engageHelp, byGrace, over).thenRefused('HELP_NOT_OPEN');
  });

  it('refuses a member and a request that are not there', () => {
    given(declared, requested)
      .when(engageHelp, byGrace, { ...facts, helperExists: false })
      .thenRefused({ code: 'HELPER_NOT_FOUND', path: ['input', 'who', 'member'] });
    given(declared)
      .when(engageHelp, byGrace, { ...facts, known: undefined })
      .thenRefused({ code: 'HELP_NOT_FOUND', path: ['input', 'help'] });
  });

  it('needs an incident', () => {
    given().when(engageHelp, byGrace, facts).thenRefused('INCIDENT_NOT_FOUND');
  });
});

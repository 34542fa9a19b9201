import { describe, expect, it } from '@jest/globals';
import { declared, given, resolved } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import type { Help } from './help.js';
import { requestHelp } from './request-help.js';

const help = sampleId('hlp', '1');
const command = { help, request: 'this call', need: 'DNS', skill: 'network' };
const requested = { type: 'HelpRequested', data: { help, need: 'DNS', skill: 'network' } } as const;
const known: Help = { help, state: 'REQUESTED', need: 'DNS', skill: 'network' };

describe('requestHelp', () => {
  it('records what is needed, in every phase, and takes the id', () => {
    const decision = given(declared).when(requestHelp, command).then(requested);
    expect(decision.take).toMatchObject([{ space: 'client-id', key: help, holder: 'this call' }]);
    const by = { key: help, holder: 'another call', streamId: 'another' };
    expect(decision.take?.[0]?.refusal(by)).toMatchObject({ code: 'HELP_EXISTS' });
    given(declared, resolved).when(requestHelp, command).then(requested);
  });

  it('is already true of the same request, however far it has come', () => {
    for (const state of ['REQUESTED', 'ENGAGED', 'RELEASED'] as const)
      given(declared, requested)
        .when(requestHelp, command, { known: { ...known, state } })
        .thenNothing();
  });

  it.each([{ need: 'Databases' }, { skill: undefined }])(
    'refuses an id that is taken: %j',
    (other) => {
      given(declared, requested)
        .when(requestHelp, { ...command, ...other }, { known })
        .thenRefused({ code: 'HELP_EXISTS', path: ['input', 'help'] });
    },
  );

  it('needs an incident', () => {
    given().when(requestHelp, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});

import { describe, expect, it } from '@jest/globals';
import { declared, given, grace } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { sentence } from '../../../../test/support/sentence.js';
import type { IncidentEvent } from '../events.js';

const help = sampleId('hlp', '1');
const requested: IncidentEvent = { type: 'HelpRequested', data: { help, need: 'DNS' } };
const engaged: IncidentEvent = { type: 'HelpEngaged', data: { help, helper: grace } };
const released: IncidentEvent = { type: 'HelpReleased', data: { help, remark: 'Fixed' } };

describe('the events of help', () => {
  it.each<[IncidentEvent, string]>([
    [requested, 'Ada requested help: DNS'],
    [
      { type: 'HelpRequested', data: { help, need: 'DNS', skill: 'network' } },
      'Ada requested help from network: DNS',
    ],
    [engaged, `Ada engaged Grace for ${help}`],
    [
      { type: 'HelpEngaged', data: { help, party: 'Acme DNS', contact: 'noc@acme.example' } },
      `Ada engaged Acme DNS for ${help}`,
    ],
    [released, `Ada released ${help}: Fixed`],
  ])('read as a log: %#', (event, says) => {
    expect(sentence(event)).toBe(says);
  });

  it('tell the head for how many requests somebody is engaged', () => {
    const wasEngaged: IncidentEvent = { type: 'HelpReleased', data: { help, wasEngaged: true } };
    expect(given(declared, requested, engaged).state).toMatchObject({ helpEngaged: 1 });
    expect(given(declared, engaged, wasEngaged).state).toMatchObject({ helpEngaged: 0 });
    expect(given(declared, engaged, released).state).toMatchObject({ helpEngaged: 1 });
    expect(() => given(declared, wasEngaged)).toThrow('does not apply');
  });
});

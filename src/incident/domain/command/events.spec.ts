import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  declined,
  expired,
  offered,
  relinquished,
  until,
  withdrawn,
} from '../../../../test/support/given-command.js';
import { ada, grace } from '../../../../test/support/given-incident.js';
import { sentence } from '../../../../test/support/sentence.js';
import type { IncidentEvent } from '../events.js';

describe('the events of command', () => {
  it.each<[IncidentEvent, string]>([
    [offered, 'Ada offered command to Grace until 2019-07-02 14:05 UTC'],
    [
      { type: 'CommandOffered', data: { term: 1, member: grace, until, remark: 'Two leads left' } },
      'Ada offered command to Grace until 2019-07-02 14:05 UTC: Two leads left',
    ],
    [accepted, 'Grace accepted command from Ada (term 2)'],
    [declined, 'Grace declined the offer of command'],
    [
      { type: 'CommandDeclined', data: { term: 1, member: grace, remark: 'Off at three' } },
      'Grace declined the offer of command: Off at three',
    ],
    [withdrawn, 'Ada withdrew the offer of command to Grace'],
    [expired, 'The offer of command to Grace expired'],
    [relinquished, 'Ada relinquished command'],
    [
      { type: 'CommandRelinquished', data: { term: 1, member: ada, mayNoLongerRespond: true } },
      'Command of Ada ended, who may no longer respond',
    ],
    [
      { type: 'CommandRelinquished', data: { term: 1, member: ada, remark: 'My shift ends' } },
      'Ada relinquished command: My shift ends',
    ],
  ])('read as a log: %#', (event, says) => {
    expect(sentence(event)).toBe(says);
  });
});

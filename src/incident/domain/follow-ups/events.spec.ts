import { describe, expect, it } from '@jest/globals';
import {
  completed,
  followUp,
  followUpAdded,
  nextWeek,
} from '../../../../test/support/given-after.js';
import { grace } from '../../../../test/support/given-incident.js';
import { sentence } from '../../../../test/support/sentence.js';
import type { IncidentEvent } from '../events.js';

const planned = { owner: grace, dueAt: nextWeek, ticket: { system: 'jira', key: 'OPS-42' } };

describe('the events of follow-ups', () => {
  it.each<[IncidentEvent, string]>([
    [followUpAdded(), 'Ada added a follow-up: Limit the WAF'],
    [followUpAdded({ team: 'Edge' }), 'Ada added a follow-up: Limit the WAF (Edge)'],
    [
      followUpAdded(planned),
      'Ada added a follow-up: Limit the WAF (Grace, by 2019-07-09 12:00 UTC, OPS-42)',
    ],
    [
      {
        type: 'FollowUpRevised',
        data: { followUp, title: 'Drop it', followUpKind: 'REPAIR', reason: 'Better' },
      },
      'Ada revised a follow-up: Drop it: Better',
    ],
    [completed({ remark: 'Limited' }), 'Ada completed the follow-up "Limit the WAF": Limited'],
    [
      completed({ followUpOutcome: 'WONT_DO', remark: 'Replaced' }),
      'Ada decided against the follow-up "Limit the WAF": Replaced',
    ],
    [
      { type: 'FollowUpReopened', data: { followUp, reason: 'Put off' } },
      'Ada reopened the follow-up "Limit the WAF": Put off',
    ],
  ])('read as a log: %#', (event, says) => {
    expect(sentence(event)).toBe(says);
  });
});

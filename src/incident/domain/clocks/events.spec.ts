import { describe, expect, it } from '@jest/globals';
import { followUp, overdueCleared } from '../../../../test/support/given-after.js';
import { action } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { sentence } from '../../../../test/support/sentence.js';
import { nudge as nudges } from '../choices.js';
import type { Nudge } from '../choices.js';
import type { IncidentEvent } from '../events.js';

const causedBy = sampleId('evt', '1');
const raised = (nudge: Nudge, about?: string, minutes?: number): IncidentEvent => ({
  type: 'NudgeRaised',
  data: { nudge, about, causedBy, minutes },
});

describe('the events of clocks', () => {
  it.each<[IncidentEvent, string]>([
    [raised('NO_COMMANDER', undefined, 5), 'nobody has been in command for 5 minutes'],
    [raised('NO_SCOPE', undefined, 1), 'nobody has assessed the scope for 1 minute'],
    [raised('NO_CHECK_STARTED', undefined, 10), 'nobody has started a check for 10 minutes'],
    [
      raised('SILENCE', 'STATUS_PAGE', 30),
      'nobody has heard anything on the status page for 30 minutes',
    ],
    [raised('SILENCE', 'CUSTOMERS', 60), 'customers have heard nothing for 60 minutes'],
    [
      raised('SILENCE', 'INTERNAL', 30),
      'nobody within the organization has heard anything for 30 minutes',
    ],
    [raised('STALLED', undefined, 30), 'there has been no progress for 30 minutes'],
    [
      raised('CALL_FOR_HELP', undefined, 60),
      'bring in help, since there has been no progress for 60 minutes',
    ],
    [raised('UPDATE_PROMISED', 'CUSTOMERS'), 'customers were promised an update that has not come'],
    [
      raised('LEASE_EXPIRING', action),
      'the lease of the rollback of service/checkout is about to end',
    ],
    [raised('OFFER_EXPIRING'), 'the offer of command is about to expire'],
    [raised('FOLLOW_UP_OVERDUE', followUp), 'the follow-up "Limit the WAF" is overdue'],
  ])('remind of what is missing: %#', (event, says) => {
    expect(sentence(event)).toBe(`Reminder: ${says}`);
  });

  it('have a sentence for every reminder', () => {
    const said = Object.keys(nudges.values).map((one) =>
      sentence(raised(one as Nudge, 'INTERNAL')),
    );
    expect(new Set(said).size).toBe(said.length);
    expect(said.join()).not.toContain('undefined');
  });

  it.each<[IncidentEvent, string]>([
    [
      { type: 'NudgeCleared', data: { nudge: 'NO_SCOPE', causedBy } },
      'The reminder of a missing scope is over',
    ],
    [
      {
        type: 'NudgeSnoozed',
        data: { nudge: 'NO_SCOPE', causedBy, until: '2019-07-02T14:30:00.000000Z', reason: 'Busy' },
      },
      'Ada put the reminder of a missing scope off until 2019-07-02 14:30 UTC: Busy',
    ],
    [overdueCleared, 'The reminder of the follow-up "Limit the WAF" is over'],
  ])('read as a log: %#', (event, says) => {
    expect(sentence(event)).toBe(says);
  });
});

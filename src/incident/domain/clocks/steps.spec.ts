import { describe, expect, it } from '@jest/globals';
import { action, declared, given } from '../../../../test/support/given-incident.js';
import { happened, sampleId } from '../../../../test/support/given.js';
import type { IncidentEvent } from '../events.js';
import { applies } from '../incident.js';

const [first, second] = [sampleId('evt', '1'), sampleId('evt', '2')];
const until = '2019-07-02T14:30:00.000000Z';
const raised = (causedBy = first): IncidentEvent => ({
  type: 'NudgeRaised',
  data: { nudge: 'NO_SCOPE', causedBy },
});
const snoozed: IncidentEvent = {
  type: 'NudgeSnoozed',
  data: { nudge: 'NO_SCOPE', causedBy: first, until },
};
const cleared = (causedBy = first): IncidentEvent => ({
  type: 'NudgeCleared',
  data: { nudge: 'NO_SCOPE', causedBy },
});
const ofThing = (type: 'NudgeRaised' | 'NudgeCleared'): IncidentEvent => ({
  type,
  data: { nudge: 'LEASE_EXPIRING', about: action, causedBy: first },
});

describe('reminders in the head', () => {
  it('stand from when they are raised or put off until they are over', () => {
    expect(given(declared, raised()).state).toMatchObject({
      nudges: { NO_SCOPE: { causedBy: first, until: null } },
    });
    expect(given(declared, raised(), snoozed).state).toMatchObject({
      nudges: { NO_SCOPE: { causedBy: first, until } },
    });
    expect(given(declared, snoozed, raised(), cleared()).state).toEqual(given(declared).state);
  });

  it('are none of things', () => {
    const { state } = given(declared, ofThing('NudgeRaised'), ofThing('NudgeCleared'));
    expect(state).toEqual(given(declared).state);
  });

  it.each<[string, IncidentEvent[], IncidentEvent, boolean]>([
    ['raised twice', [raised()], raised(), false],
    ['raised for another cause', [raised()], raised(second), true],
    ['raised after it was put off', [raised(), snoozed], raised(), true],
    ['over, though never raised', [], cleared(), false],
    ['over for another cause', [raised()], cleared(second), false],
  ])('make sense or not: %s', (_, past, event, fits) => {
    const { state } = given(declared, ...past);
    expect(applies(state, happened(event, past.length + 2))).toBe(fits);
  });
});

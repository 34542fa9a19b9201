import { describe, expect, it } from '@jest/globals';
import {
  completed,
  followUpAdded,
  overdueCleared,
  overdueRaised,
  reopened,
} from '../../../../test/support/given-after.js';
import { declared, given, incidentFold } from '../../../../test/support/given-incident.js';
import { happened } from '../../../../test/support/given.js';

describe('the head of an incident', () => {
  it('counts the follow-ups that are open', () => {
    expect(given(declared, followUpAdded(), followUpAdded()).state).toMatchObject({
      openFollowUps: 2,
    });
    expect(given(declared, followUpAdded(), completed()).state).toMatchObject({ openFollowUps: 0 });
    expect(given(declared, followUpAdded(), completed(), reopened).state).toMatchObject({
      openFollowUps: 1,
    });
  });

  it('takes no completion where none is open', () => {
    const { state } = given(declared, followUpAdded(), completed());
    expect(incidentFold.applies(state, happened(completed(), 4))).toBe(false);
  });

  it('knows nothing of their reminders, of which there may be many', () => {
    const { state } = given(declared, followUpAdded());
    const reminded = given(declared, followUpAdded(), overdueRaised);
    expect(reminded.state).toEqual(state);
    expect(given(declared, followUpAdded(), overdueRaised, overdueCleared).state).toEqual(state);
  });
});

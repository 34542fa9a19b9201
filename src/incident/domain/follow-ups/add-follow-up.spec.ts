import { describe, expect, it } from '@jest/globals';
import {
  finding,
  followUp,
  followUpAdded,
  knownFollowUp,
  lastWeek,
  nextWeek,
} from '../../../../test/support/given-after.js';
import { declared, given, grace, resolved } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { addFollowUp } from './add-follow-up.js';
import { maxOpenFollowUps } from './state.js';

const command = { followUp, call: 'c1', title: 'Limit the WAF', followUpKind: 'PREVENT' } as const;
const facts = { ownerExists: true, findingExists: true };
const ticket = { system: 'jira', key: 'OPS-42' };
const closed = { type: 'IncidentClosed', data: {} } as const;
const full = Array.from({ length: maxOpenFollowUps }, (_, n) =>
  followUpAdded({ followUp: sampleId('fol', String(n)) }),
);

describe('addFollowUp', () => {
  it('adds it in every phase, with a time or without', () => {
    given(declared).when(addFollowUp, command, facts).then(followUpAdded());
    const words = { owner: grace, dueAt: nextWeek, ticket, fromFinding: finding };
    const { take } = given(declared, resolved, closed)
      .when(addFollowUp, { ...command, ...words }, facts)
      .then(followUpAdded(words));
    expect(take).toMatchObject([{ space: 'client-id', key: followUp, holder: 'c1' }]);
  });

  it('takes a time that is past', () => {
    given(declared)
      .when(addFollowUp, { ...command, dueAt: lastWeek }, facts)
      .then(followUpAdded({ dueAt: lastWeek }));
  });

  it('is already true of the same words, and refused for others under the id', () => {
    const known = given(declared, followUpAdded());
    known.when(addFollowUp, command, { ...facts, ...knownFollowUp() }).thenNothing();
    for (const other of [{ title: 'Drop the WAF' }, { team: 'Edge' }, { ticket }])
      known
        .when(addFollowUp, { ...command, ...other }, { ...facts, ...knownFollowUp() })
        .thenRefused({ code: 'FOLLOW_UP_EXISTS', path: ['input', 'followUp'] });
  });

  it('needs an owner and a finding that there are, an incident, and room', () => {
    given(declared)
      .when(
        addFollowUp,
        { ...command, owner: grace, fromFinding: finding },
        { ownerExists: false, findingExists: false },
      )
      .thenRefused(
        { code: 'OWNER_NOT_FOUND', path: ['input', 'owner', 'member'] },
        { code: 'FINDING_NOT_FOUND', path: ['input', 'finding'] },
      );
    given(declared)
      .when(addFollowUp, command, { ownerExists: false, findingExists: false })
      .then(followUpAdded());
    given().when(addFollowUp, command, facts).thenRefused('INCIDENT_NOT_FOUND');
    given(declared, ...full)
      .when(addFollowUp, command, facts)
      .thenRefused('TOO_MANY_FOLLOW_UPS');
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  ada,
  adaIs,
  created,
  given,
  grace,
  otherToken,
  token,
} from '../../../test/support/given-organization.js';
import { sampleId } from '../../../test/support/given.js';
import { removeMember } from './remove-member.js';

const command = { member: ada, reason: 'Left the company' };
const removed = { type: 'MemberRemoved', data: command } as const;
const reason = 'its member was removed';

describe('removeMember', () => {
  it('ends all that they were let in and known by', () => {
    const binding = sampleId('evt', '7');
    const slack = { system: 'slack', externalId: 'U123', binding };
    const email = { system: 'email', externalId: 'Ada@example.com' };
    const decision = given(created)
      .when(removeMember, command, {
        ...adaIs.responder,
        tokensInUse: [
          { id: token, name: 'laptop' },
          { id: otherToken, name: 'phone' },
        ],
        identities: [email, slack],
      })
      .then(
        removed,
        { type: 'TokenRevoked', data: { token, reason } },
        { type: 'TokenRevoked', data: { token: otherToken, reason } },
        { type: 'IdentityUnbound', data: { member: ada, ...email } },
        { type: 'IdentityUnbound', data: { member: ada, ...slack } },
      );
    expect(decision.release).toEqual([
      { space: 'token-name', key: 'laptop', holder: token },
      { space: 'token-name', key: 'phone', holder: otherToken },
      { space: 'identity', key: 'email:ada@example.com', holder: ada },
      { space: 'identity', key: 'slack:U123', holder: ada },
    ]);
  });

  it('is already true of who was removed', () => {
    given(created).when(removeMember, command, adaIs.gone).thenNothing();
  });

  it('leaves an admin', () => {
    given(created)
      .when(removeMember, command, { ...adaIs.admin, otherAdmin: true })
      .then(removed);
    given(created)
      .when(removeMember, command, { ...adaIs.admin, otherAdmin: false })
      .thenRefused({ code: 'LAST_ADMIN', path: ['input', 'member'] });
    given(created)
      .when(removeMember, command, { ...adaIs.responder, otherAdmin: false })
      .then(removed);
  });

  it('needs a member and an organization', () => {
    for (const member of [null, { ...adaIs.viewer.member, id: grace }])
      given(created)
        .when(removeMember, command, { member })
        .thenRefused({ code: 'MEMBER_NOT_FOUND', path: ['input', 'member'] });
    given().when(removeMember, command, adaIs.viewer).thenRefused('ORGANIZATION_NOT_FOUND');
  });
});

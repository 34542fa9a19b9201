import { describe, expect, it } from '@jest/globals';
import { ada, adaIs, created, given, grace } from '../../../test/support/given-organization.js';
import { inviteMember } from './invite-member.js';
import type { InviteMember } from './invite-member.js';

const command: InviteMember = { member: ada, name: 'Ada', role: 'RESPONDER' };
const data = { member: ada, fullName: 'Ada', role: 'RESPONDER' } as const;
const invited = { type: 'MemberInvited', data } as const;

describe('inviteMember', () => {
  it('invites', () => {
    const { take } = given(created).when(inviteMember, command).then(invited);
    expect(take).toBeUndefined();
  });

  it('reserves the e-mail address in lower case, and records it as given', () => {
    const email = 'Ada@Example.com';
    const { take = [] } = given(created)
      .when(inviteMember, { ...command, email })
      .then({ type: 'MemberInvited', data: { ...data, email } });
    expect(take).toMatchObject([{ space: 'identity', key: 'email:ada@example.com', holder: ada }]);
    expect(take[0]?.refusal({ key: '', holder: grace, streamId: 'org' })).toMatchObject({
      code: 'IDENTITY_TAKEN',
      path: ['input', 'email'],
      member: grace,
    });
  });

  it('refuses the id of a member', () => {
    given(created)
      .when(inviteMember, command, adaIs.viewer)
      .thenRefused({ code: 'MEMBER_EXISTS', member: ada });
  });

  it('invites somebody again who was removed, under their id', () => {
    given(created).when(inviteMember, command, adaIs.gone).then(invited);
  });

  it('refuses a role that is for integrations', () => {
    given(created)
      .when(inviteMember, { ...command, role: 'INTEGRATION' })
      .thenRefused({ code: 'ROLE_TOO_HIGH', allowed: ['GUEST', 'VIEWER', 'RESPONDER', 'ADMIN'] });
  });

  it('needs an organization', () => {
    given().when(inviteMember, command).thenRefused('ORGANIZATION_NOT_FOUND');
  });
});

import { describe, it } from '@jest/globals';
import { ada, adaIs, created, given, grace } from '../../../test/support/given-organization.js';
import { changeMemberRole } from './change-member-role.js';

const promote = { member: ada, role: 'ADMIN' } as const;
const demote = { member: ada, role: 'GUEST' } as const;

describe('changeMemberRole', () => {
  it('changes it, and is already true of who has it', () => {
    given(created)
      .when(changeMemberRole, promote, adaIs.viewer)
      .then({ type: 'MemberRoleChanged', data: { ...promote, formerRole: 'VIEWER' } });
    given(created).when(changeMemberRole, promote, adaIs.admin).thenNothing();
  });

  it('takes the role of an admin away while there is another', () => {
    given(created)
      .when(changeMemberRole, demote, { ...adaIs.admin, otherAdmin: true })
      .then({ type: 'MemberRoleChanged', data: { ...demote, formerRole: 'ADMIN' } });
    given(created)
      .when(changeMemberRole, demote, { ...adaIs.admin, otherAdmin: false })
      .thenRefused({ code: 'LAST_ADMIN', path: ['input', 'member'] });
    given(created).when(changeMemberRole, demote, adaIs.admin).thenRefused('LAST_ADMIN');
  });

  it('refuses the role of tools', () => {
    given(created)
      .when(changeMemberRole, { member: ada, role: 'INTEGRATION' }, adaIs.viewer)
      .thenRefused({ code: 'ROLE_TOO_HIGH', allowed: ['GUEST', 'VIEWER', 'RESPONDER', 'ADMIN'] });
  });

  it.each([{}, { member: null }, adaIs.gone, { member: { ...adaIs.viewer.member, id: grace } }])(
    'needs a member, and not %j',
    (facts) => {
      given(created)
        .when(changeMemberRole, promote, facts)
        .thenRefused({ code: 'MEMBER_NOT_FOUND', path: ['input', 'member'] });
    },
  );

  it('needs an organization', () => {
    given().when(changeMemberRole, promote, adaIs.viewer).thenRefused('ORGANIZATION_NOT_FOUND');
  });
});

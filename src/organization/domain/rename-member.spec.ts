import { describe, it } from '@jest/globals';
import { ada, adaIs, created, given, grace } from '../../../test/support/given-organization.js';
import { renameMember } from './rename-member.js';

const command = { member: ada, name: 'Countess Lovelace' };

describe('renameMember', () => {
  it('renames, and is already true of who is called that', () => {
    given(created)
      .when(renameMember, command, adaIs.viewer)
      .then({ type: 'MemberRenamed', data: { member: ada, fullName: 'Countess Lovelace' } });
    given(created)
      .when(renameMember, { ...command, name: 'Ada' }, adaIs.viewer)
      .thenNothing();
  });

  it.each([{}, { member: null }, adaIs.gone, { member: { ...adaIs.viewer.member, id: grace } }])(
    'needs a member, and not %j',
    (facts) => {
      given(created)
        .when(renameMember, command, facts)
        .thenRefused({ code: 'MEMBER_NOT_FOUND', path: ['input', 'member'] });
    },
  );

  it('needs an organization', () => {
    given().when(renameMember, command, adaIs.viewer).thenRefused('ORGANIZATION_NOT_FOUND');
  });
});

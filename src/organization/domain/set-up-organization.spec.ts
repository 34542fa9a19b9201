import { describe, it } from '@jest/globals';
import { ada, created, given, token } from '../../../test/support/given-organization.js';
import { setUpOrganization } from './set-up-organization.js';

const command = {
  name: 'Acme',
  admin: { member: ada, name: 'Ada' },
  token: { token, name: 'first admin', hash: 'ab' },
};

describe('setting an organization up', () => {
  it('given none, then it begins with an admin who has a token', () => {
    given()
      .when(setUpOrganization, command)
      .then(
        created,
        { type: 'MemberInvited', data: { member: ada, fullName: 'Ada', role: 'ADMIN' } },
        {
          type: 'TokenCreated',
          data: {
            token,
            name: 'first admin',
            role: 'ADMIN',
            scopes: [],
            forMember: ada,
            hash: 'ab',
          },
        },
      );
  });

  it('given one, then it is refused', () => {
    given(created).when(setUpOrganization, command).thenRefused('ORGANIZATION_EXISTS');
  });
});

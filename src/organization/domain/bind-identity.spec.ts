import { describe, expect, it } from '@jest/globals';
import { ada, adaIs, created, given, grace } from '../../../test/support/given-organization.js';
import { bindIdentity } from './bind-identity.js';

const command = { member: ada, system: 'slack', externalId: 'U123' };
const bound = { type: 'IdentityBound', data: command } as const;

describe('bindIdentity', () => {
  it('reserves the identity for the member', () => {
    const { take = [] } = given(created).when(bindIdentity, command, adaIs.viewer).then(bound);
    expect(take).toMatchObject([{ space: 'identity', key: 'slack:U123', holder: ada }]);
    expect(take[0]?.refusal({ key: '', holder: grace, streamId: 'org' })).toMatchObject({
      code: 'IDENTITY_TAKEN',
      path: ['input', 'externalId'],
      member: grace,
    });
  });

  it('knows e-mail addresses in any case', () => {
    const address = { ...command, system: 'email', externalId: 'Ada@Example.com' };
    const { take } = given(created)
      .when(bindIdentity, address, adaIs.viewer)
      .then({ type: 'IdentityBound', data: address });
    expect(take).toMatchObject([{ key: 'email:ada@example.com' }]);
  });

  it('is already true when the identity is theirs', () => {
    given(created)
      .when(bindIdentity, command, { ...adaIs.viewer, identity: { member: ada } })
      .thenNothing();
  });

  it('leaves the identity of another to the reservation', () => {
    given(created)
      .when(bindIdentity, command, { ...adaIs.viewer, identity: { member: grace } })
      .then(bound);
  });

  it.each([{}, { member: null }, adaIs.gone, { member: { ...adaIs.viewer.member, id: grace } }])(
    'needs a member, and not %j',
    (facts) => {
      given(created)
        .when(bindIdentity, command, facts)
        .thenRefused({ code: 'MEMBER_NOT_FOUND', path: ['input', 'member'] });
    },
  );

  it('needs an organization', () => {
    given().when(bindIdentity, command, adaIs.viewer).thenRefused('ORGANIZATION_NOT_FOUND');
  });
});

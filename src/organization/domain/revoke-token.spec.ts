import { describe, expect, it } from '@jest/globals';
import { created, given, otherToken, token } from '../../../test/support/given-organization.js';
import { revokeToken } from './revoke-token.js';

const inUse = { token: { id: token, name: 'laptop', revoked: false } };
const revoked = { type: 'TokenRevoked', data: { token } } as const;

describe('revokeToken', () => {
  it('revokes it, and frees its name', () => {
    const decision = given(created).when(revokeToken, { token }, inUse).then(revoked);
    expect(decision.release).toEqual([{ space: 'token-name', key: 'laptop', holder: token }]);
  });

  it('records why', () => {
    given(created)
      .when(revokeToken, { token, reason: 'Lost' }, inUse)
      .then({ type: 'TokenRevoked', data: { token, reason: 'Lost' } });
  });

  it('is already true when revoked', () => {
    given(created)
      .when(revokeToken, { token }, { token: { ...inUse.token, revoked: true } })
      .thenNothing();
  });

  it.each([{}, { token: null }, { token: { ...inUse.token, id: otherToken } }])(
    'needs a token, and not %j',
    (facts) => {
      given(created)
        .when(revokeToken, { token }, facts)
        .thenRefused({ code: 'TOKEN_NOT_FOUND', path: ['input', 'token'] });
    },
  );

  it('needs an organization', () => {
    given().when(revokeToken, { token }, inUse).thenRefused('ORGANIZATION_NOT_FOUND');
  });
});

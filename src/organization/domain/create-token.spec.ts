import { describe, expect, it } from '@jest/globals';
import {
  ada,
  adaIs,
  created,
  given,
  integration,
  otherToken,
  token,
} from '../../../test/support/given-organization.js';
import type { Role } from './choices.js';
import { createToken } from './create-token.js';
import type { CreateToken } from './create-token.js';

const hash = '0123456789abcdef'.repeat(4);
const forAda: CreateToken = { token, name: 'laptop', role: 'RESPONDER', forMember: ada, hash };
const forBot: CreateToken = {
  token,
  name: 'bot',
  role: 'INTEGRATION',
  forIntegration: integration,
  hash,
};
const botIsThere = { integration: { id: integration, removed: false } };

describe('createToken', () => {
  it('makes one for a member', () => {
    const { take = [] } = given(created)
      .when(createToken, forAda, adaIs.responder)
      .then({ type: 'TokenCreated', data: { ...forAda, scopes: [] } });
    expect(take).toMatchObject([{ space: 'token-name', key: 'laptop', holder: token }]);
    expect(take[0]?.refusal({ key: 'laptop', holder: otherToken, streamId: 'org' })).toMatchObject({
      code: 'TOKEN_NAME_TAKEN',
      path: ['input', 'name'],
      token: otherToken,
    });
  });

  it('makes one for an integration, which may act for people and expire', () => {
    const command: CreateToken = {
      ...forBot,
      scopes: ['ACT_AS'],
      expiresAt: '2019-07-02T14:00:00.000001Z',
    };
    given(created)
      .when(createToken, command, botIsThere)
      .then({ type: 'TokenCreated', data: { ...command, scopes: ['ACT_AS'] } });
  });

  it.each<[keyof typeof adaIs, Role[]]>([
    ['viewer', ['GUEST', 'VIEWER']],
    ['responder', ['GUEST', 'VIEWER', 'RESPONDER']],
    ['admin', ['GUEST', 'VIEWER', 'RESPONDER', 'ADMIN']],
  ])('gives the token of a member who is %s no higher role', (who, allowed) => {
    for (const role of ['GUEST', 'VIEWER', 'RESPONDER', 'ADMIN', 'INTEGRATION'] as const) {
      const outcome = given(created).when(createToken, { ...forAda, role }, adaIs[who]);
      if (allowed.includes(role))
        outcome.then({ type: 'TokenCreated', data: { ...forAda, role, scopes: [] } });
      else outcome.thenRefused({ code: 'ROLE_TOO_HIGH', path: ['input', 'role'], allowed });
    }
  });
});

describe('createToken, refused', () => {
  it('for both a member and an integration, or neither', () => {
    const path = ['input', 'forMember'];
    const facts = { ...adaIs.admin, ...botIsThere };
    given(created)
      .when(createToken, { ...forAda, forIntegration: integration }, facts)
      .thenRefused({ code: 'TOKEN_NEEDS_ONE_OWNER', path });
    given(created)
      .when(createToken, { ...forAda, forMember: undefined }, facts)
      .thenRefused({ code: 'TOKEN_NEEDS_ONE_OWNER', path });
  });

  it.each([{}, { member: null }, adaIs.gone])('for no member: %j', (facts) => {
    given(created)
      .when(createToken, forAda, facts)
      .thenRefused({ code: 'MEMBER_NOT_FOUND', path: ['input', 'forMember'] });
  });

  it.each([
    {},
    { integration: null },
    { integration: { id: 'int_other', removed: false } },
    { integration: { id: integration, removed: true } },
  ])('for no integration: %j', (facts) => {
    given(created)
      .when(createToken, forBot, facts)
      .thenRefused({ code: 'INTEGRATION_NOT_FOUND', path: ['input', 'forIntegration'] });
  });

  it('for a member who would act for others', () => {
    given(created)
      .when(createToken, { ...forAda, scopes: ['ACT_AS'] }, adaIs.admin)
      .thenRefused({ code: 'SCOPE_NOT_ALLOWED', path: ['input', 'scopes'] });
  });

  it('when it would be expired from the start', () => {
    const expiresAt = '2019-07-02T14:00:00.000000Z';
    given(created)
      .when(createToken, { ...forAda, expiresAt }, adaIs.admin)
      .thenRefused({ code: 'EXPIRY_IN_PAST', path: ['input', 'expiresAt'], now: expiresAt });
  });

  it('for an id that is taken', () => {
    given(created)
      .when(createToken, forAda, {
        ...adaIs.admin,
        token: { id: token, name: 'laptop', revoked: true },
      })
      .thenRefused({ code: 'TOKEN_EXISTS', token });
  });

  it('with all that is wrong at once', () => {
    given(created)
      .when(
        createToken,
        { ...forAda, role: 'ADMIN', scopes: ['ACT_AS'], expiresAt: '2019-07-01T00:00:00.000000Z' },
        adaIs.viewer,
      )
      .thenRefused('ROLE_TOO_HIGH', 'SCOPE_NOT_ALLOWED', 'EXPIRY_IN_PAST');
  });

  it('without an organization', () => {
    given().when(createToken, forAda, adaIs.admin).thenRefused('ORGANIZATION_NOT_FOUND');
  });
});

import { describe, expect, it } from '@jest/globals';
import { ada, adaIs, created, given, grace } from '../../../test/support/given-organization.js';
import { sampleId } from '../../../test/support/given.js';
import { unbindIdentity } from './unbind-identity.js';

const command = { member: ada, system: 'slack', externalId: 'U123' };
const binding = sampleId('evt', '7');

describe('unbindIdentity', () => {
  it('frees what was bound, and names the event that bound it', () => {
    const { release } = given(created)
      .when(unbindIdentity, command, { ...adaIs.viewer, identity: { member: ada, binding } })
      .then({ type: 'IdentityUnbound', data: { ...command, binding } });
    expect(release).toEqual([{ space: 'identity', key: 'slack:U123', holder: ada }]);
  });

  it('frees the address of an invitation, in any case', () => {
    const address = { member: ada, system: 'email', externalId: 'ADA@example.com' };
    const { release } = given(created)
      .when(unbindIdentity, address, { ...adaIs.viewer, identity: { member: ada } })
      .then({ type: 'IdentityUnbound', data: address });
    expect(release).toMatchObject([{ key: 'email:ada@example.com' }]);
  });

  it('is already true of what is nobody’s, and of what is somebody else’s', () => {
    given(created).when(unbindIdentity, command, adaIs.viewer).thenNothing();
    given(created)
      .when(unbindIdentity, command, { ...adaIs.viewer, identity: { member: grace, binding } })
      .thenNothing();
  });

  it('needs a member and an organization', () => {
    given(created)
      .when(unbindIdentity, command, { member: null })
      .thenRefused({ code: 'MEMBER_NOT_FOUND', path: ['input', 'member'] });
    given().when(unbindIdentity, command, adaIs.viewer).thenRefused('ORGANIZATION_NOT_FOUND');
  });
});

import { describe, it } from '@jest/globals';
import { created, given } from '../../../test/support/given-organization.js';
import { createOrganization } from './create-organization.js';

describe('createOrganization', () => {
  it('creates it', () => {
    given().when(createOrganization, { name: 'Acme' }).then(created);
  });

  it('is already true for the same name', () => {
    given(created).when(createOrganization, { name: 'Acme' }).thenNothing();
  });

  it('refuses another name', () => {
    given(created)
      .when(createOrganization, { name: 'Globex' })
      .thenRefused({ code: 'ORGANIZATION_EXISTS', name: 'Acme' });
  });
});

import { describe, it } from '@jest/globals';
import { created, given } from '../../../test/support/given-organization.js';
import { retireService } from './retire-service.js';

const service = { slug: 'checkout', title: 'The checkout', target: 'service/checkout' };

describe('retireService', () => {
  it('retires it, in any case, once', () => {
    given(created)
      .when(retireService, { name: ' Checkout' }, { service })
      .then({ type: 'ServiceRetired', data: { slug: 'checkout' } });
    given(created).when(retireService, { name: 'checkout' }, { service: null }).thenNothing();
  });

  it('refuses what is no name, and needs an organization', () => {
    given(created)
      .when(retireService, { name: 'a/b' })
      .thenRefused({ code: 'NOT_A_TARGET', path: ['input', 'name'], suggestion: 'a-b' });
    given().when(retireService, { name: 'a' }, { service }).thenRefused('ORGANIZATION_NOT_FOUND');
  });
});

import { describe, it } from '@jest/globals';
import { created, given } from '../../../test/support/given-organization.js';
import { removeAlias } from './remove-alias.js';

const known = { alias: { alias: 'checkout', target: 'service/checkout' } };

describe('removeAlias', () => {
  it('removes it, in any case', () => {
    given(created)
      .when(removeAlias, { alias: ' Checkout' }, known)
      .then({ type: 'TargetAliasRemoved', data: { alias: 'checkout' } });
  });

  it('waits until no open action holds what it stands for', () => {
    const claim = { action: 'act_1', incident: 'inc_1', target: 'service/checkout' };
    given(created)
      .when(removeAlias, { alias: 'checkout' }, { ...known, claimOnTarget: claim })
      .thenRefused({ code: 'TARGET_IN_USE', ...claim });
    given(created)
      .when(removeAlias, { alias: 'checkout' }, { ...known, claimOnAlias: claim })
      .then({ type: 'TargetAliasRemoved', data: { alias: 'checkout' } });
  });

  it('is already true of what is no alias', () => {
    given(created).when(removeAlias, { alias: 'checkout' }, { alias: null }).thenNothing();
  });

  it('refuses what cannot be one, and needs an organization', () => {
    given(created)
      .when(removeAlias, { alias: 'a b' })
      .thenRefused({ code: 'NOT_A_TARGET', path: ['input', 'alias'] });
    given().when(removeAlias, { alias: 'a' }).thenRefused('ORGANIZATION_NOT_FOUND');
  });
});

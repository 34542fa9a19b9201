import { describe, it } from '@jest/globals';
import { created, given } from '../../../test/support/given-organization.js';
import { aliasTarget } from './alias-target.js';

const command = { alias: 'checkout', target: 'service/checkout' };
const aliased = { type: 'TargetAliased', data: command } as const;

describe('aliasTarget', () => {
  it('normalises both names', () => {
    given(created)
      .when(aliasTarget, { alias: ' CHECKOUT', target: 'Service/Checkout' })
      .then(aliased);
  });

  it('is already true of the same target, and leads elsewhere with another', () => {
    given(created, aliased).when(aliasTarget, command, { alias: command }).thenNothing();
    given(created, aliased)
      .when(aliasTarget, { ...command, target: 'app' }, { alias: command })
      .then({ type: 'TargetAliased', data: { ...command, target: 'app' } });
  });

  it('waits until no open action holds the name, or what it stood for', () => {
    const claim = { action: 'act_1', incident: 'inc_1', target: 'checkout/cart' };
    given(created)
      .when(aliasTarget, command, { claimOnAlias: claim })
      .thenRefused({ code: 'TARGET_IN_USE', ...claim, path: ['input', 'alias'] });
    given(created, aliased)
      .when(aliasTarget, { ...command, target: 'app' }, { alias: command, claimOnTarget: claim })
      .thenRefused({ code: 'TARGET_IN_USE', ...claim });
    given(created, aliased)
      .when(aliasTarget, command, { alias: command, claimOnTarget: claim })
      .thenNothing();
  });

  it.each([
    ['a', 'a'],
    ['a', 'a/b'],
    ['a/b', 'a'],
    ['A', ' a/b '],
  ])('refuses %s for %s', (alias, target) => {
    given(created).when(aliasTarget, { alias, target }).thenRefused('ALIAS_OF_ITSELF');
  });

  it('refuses a target that goes by an alias, and an alias to which one leads', () => {
    const by = { alias: 'service', target: 'app' };
    given(created)
      .when(aliasTarget, command, { aliasAtTarget: by })
      .thenRefused({ code: 'ALIAS_OF_ALIAS', ...by, path: ['input', 'target'] });
    given(created)
      .when(aliasTarget, command, { aliasForAlias: by })
      .thenRefused({ code: 'ALIAS_IS_TARGET', ...by, path: ['input', 'alias'] });
  });

  it('refuses what is no target, and needs an organization', () => {
    given(created)
      .when(aliasTarget, { ...command, alias: '!' })
      .thenRefused({ code: 'NOT_A_TARGET', path: ['input', 'alias'], suggestion: null });
    given(created)
      .when(aliasTarget, { ...command, target: 'a b' })
      .thenRefused({ code: 'NOT_A_TARGET', path: ['input', 'target'], suggestion: 'a-b' });
    given().when(aliasTarget, command).thenRefused('ORGANIZATION_NOT_FOUND');
  });
});

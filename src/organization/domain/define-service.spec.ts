import { describe, it } from '@jest/globals';
import { created, given } from '../../../test/support/given-organization.js';
import { defineService } from './define-service.js';
import type { Service } from './service.js';

const command = { name: ' Checkout', title: 'The checkout' };
const service: Service = {
  slug: 'checkout',
  title: 'The checkout',
  team: undefined,
  target: 'service/checkout',
  description: undefined,
};

describe('defineService', () => {
  it('normalises the name, from which the target follows', () => {
    given(created)
      .when(defineService, command, { service: null })
      .then({ type: 'ServiceDefined', data: service });
  });

  it('takes another target, and all words that are given', () => {
    const words = { team: 'Payments', description: 'Pays' };
    given(created)
      .when(defineService, { ...command, ...words, target: 'App/Checkout' })
      .then({ type: 'ServiceDefined', data: { ...service, ...words, target: 'app/checkout' } });
  });

  it('is already true of the same words', () => {
    given(created).when(defineService, command, { service }).thenNothing();
  });

  it.each([
    { title: 'Other' },
    { team: 'Payments' },
    { target: 'app/checkout' },
    { description: 'Pays' },
  ])('replaces what was known by %j', (difference) => {
    given(created)
      .when(defineService, { ...command, ...difference }, { service })
      .then({ type: 'ServiceDefined', data: { ...service, ...difference } });
  });

  it.each([
    ['a/b', 'a-b'],
    ['caf\u00e9', 'cafe'],
    ['x'.repeat(81), 'x'.repeat(81)],
  ])('refuses the name %s', (name, suggestion) => {
    given(created)
      .when(defineService, { ...command, name })
      .thenRefused({ code: 'NOT_A_TARGET', path: ['input', 'name'], suggestion });
  });

  it('refuses what is no target, and needs an organization', () => {
    given(created)
      .when(defineService, { ...command, target: 'a//b' })
      .thenRefused({ code: 'NOT_A_TARGET', path: ['input', 'target'], suggestion: 'a/b' });
    given().when(defineService, command).thenRefused('ORGANIZATION_NOT_FOUND');
  });
});

import { describe, it } from '@jest/globals';
import {
  created,
  givenPlaybook as given,
  published,
  retired,
} from '../../../test/support/given-playbook.js';
import { retirePlaybook } from './retire-playbook.js';

const past = [created, published(1, 'One')];

describe('retirePlaybook', () => {
  it('retires it, once', () => {
    given(...past)
      .when(retirePlaybook, {})
      .then(retired);
    given(...past)
      .when(retirePlaybook, { reason: 'Too long' })
      .then({ type: 'PlaybookRetired', data: { playbookName: 'shop', reason: 'Too long' } });
    given(...past, retired)
      .when(retirePlaybook, {})
      .thenNothing();
  });

  it('refuses one that is not there', () => {
    given().when(retirePlaybook, {}).thenRefused('PLAYBOOK_NOT_FOUND');
  });
});

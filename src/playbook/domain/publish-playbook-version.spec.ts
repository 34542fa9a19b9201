import { describe, it } from '@jest/globals';
import {
  created,
  givenPlaybook as given,
  published,
  retired,
  says,
} from '../../../test/support/given-playbook.js';
import { publishPlaybookVersion } from './publish-playbook-version.js';
import type { Said } from './rule.js';

const saying = (title: string) => ({ saidFor: (): Said => ({ content: says(title) }) });
const latest = { latest: says('One') };
const problems = [{ line: 1, column: 1, path: 'name', message: 'No' }];

describe('publishPlaybookVersion', () => {
  it('publishes the next version, also one that was said before', () => {
    given(created, published(1, 'One'))
      .when(publishPlaybookVersion, saying('Two'), latest)
      .then(published(2, 'Two'));
    given(created, published(1, 'One'), published(2, 'Two'))
      .when(publishPlaybookVersion, saying('One'), { latest: says('Two') })
      .then(published(3, 'One'));
  });

  it('is already true if the latest says the same', () => {
    given(created, published(1, 'One'))
      .when(publishPlaybookVersion, saying('One'), latest)
      .thenNothing();
  });

  it('reads the file as for the name of the playbook', () => {
    const saidFor = (name: string): Said =>
      name === 'shop' ? { content: says('Two') } : { problems };
    given(created, published(1, 'One'))
      .when(publishPlaybookVersion, { saidFor }, latest)
      .then(published(2, 'Two'));
  });

  it('refuses what is not right, one that is retired, and one that is not there', () => {
    const wrong = { saidFor: (): Said => ({ problems }) };
    given(created, published(1, 'One'))
      .when(publishPlaybookVersion, wrong, latest)
      .thenRefused({ code: 'PLAYBOOK_INVALID', problems });
    given(created, published(1, 'One'), retired)
      .when(publishPlaybookVersion, wrong, latest)
      .thenRefused('PLAYBOOK_RETIRED', 'PLAYBOOK_INVALID');
    given(created, published(1, 'One'), retired)
      .when(publishPlaybookVersion, saying('One'), latest)
      .thenRefused('PLAYBOOK_RETIRED');
    given().when(publishPlaybookVersion, saying('One')).thenRefused('PLAYBOOK_NOT_FOUND');
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  created,
  givenPlaybook as given,
  playbook,
  published,
  retired,
  says,
} from '../../../test/support/given-playbook.js';
import { createPlaybook } from './create-playbook.js';
import type { CreatePlaybook } from './create-playbook.js';

const command: CreatePlaybook = { playbook, name: 'shop', said: { content: says('One') } };
const first = { first: says('One') };
const problem = { line: 1, column: 1, path: '', message: 'No' };

describe('createPlaybook', () => {
  it('creates it with its first version, under a name that is kept for good', () => {
    const decision = given().when(createPlaybook, command).then(created, published(1, 'One'));
    expect(decision.take).toMatchObject([{ space: 'playbook', key: 'shop', holder: playbook }]);
    const [name] = decision.take ?? [];
    expect(name?.refusal({ key: 'shop', holder: 'pbk_2', streamId: 'pbk_2' })).toMatchObject({
      code: 'PLAYBOOK_NAME_TAKEN',
      path: ['input', 'name'],
    });
  });

  it('is already true with the first words, also after others, and after the end', () => {
    const past = [created, published(1, 'One'), published(2, 'Two')];
    given(...past)
      .when(createPlaybook, command, first)
      .thenNothing();
    given(...past, retired)
      .when(createPlaybook, command, first)
      .thenNothing();
  });

  it.each<Partial<CreatePlaybook>>([{ name: 'bank' }, { said: { content: says('Two') } }])(
    'refuses an id that is taken: %#',
    (difference) => {
      given(created, published(1, 'One'))
        .when(createPlaybook, { ...command, ...difference }, first)
        .thenRefused({ code: 'PLAYBOOK_EXISTS', path: ['input', 'playbook'] });
    },
  );

  it('refuses what is not right, with all that is wrong', () => {
    given()
      .when(createPlaybook, { ...command, said: { problems: [problem] } })
      .thenRefused({ code: 'PLAYBOOK_INVALID', problems: [problem] });
  });
});

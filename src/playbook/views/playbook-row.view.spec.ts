import { describe, expect, it } from '@jest/globals';
import {
  created,
  playbook,
  published,
  retired,
  says,
} from '../../../test/support/given-playbook.js';
import { happened } from '../../../test/support/given.js';
import { playbookRows } from './playbook-row.view.js';

describe('the rows of a playbook', () => {
  it('are one for it, and one for each version', () => {
    const events = [created, published(1, 'One'), retired];
    const rows = playbookRows(
      events.map((event, at) => happened(event, at + 1)),
      playbook,
    );
    expect(rows).toEqual([
      {
        ...{ table: 'playbooks', id: playbook },
        columns: { name: 'shop', version: 1, retired: false, applies_to: [] },
      },
      {
        ...{ table: 'playbook_versions', id: 'shop@1' },
        columns: {
          ...{ playbook, name: 'shop', version: 1, content: says('One') },
          published_by: happened(created, 2).actor.id,
          published_at: '2019-07-02T13:41:00.000000Z',
        },
      },
      { table: 'playbooks', id: playbook, columns: { retired: true } },
    ]);
  });
});

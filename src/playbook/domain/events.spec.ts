import { describe, expect, it } from '@jest/globals';
import { flawsOf } from '../../../test/support/event-map-flaws.js';
import { created, published, retired } from '../../../test/support/given-playbook.js';
import { playbookEvents } from './events.js';
import type { PlaybookEvent } from './events.js';

const sentence = ({ type, data }: PlaybookEvent): string =>
  playbookEvents[type].says(data as never, { actor: 'Ida', of: (id) => id });

describe('the events of a playbook', () => {
  it('lack nothing to become a schema', () => {
    expect(flawsOf(playbookEvents)).toEqual([]);
  });

  it('read as a log', () => {
    expect([created, published(2, 'Two'), retired].map(sentence)).toEqual([
      'Ida created the playbook shop',
      'Ida published version 2 of the playbook shop',
      'Ida retired the playbook shop',
    ]);
  });
});

import { expect, it } from '@jest/globals';
import { oncePerRow } from '../../src/ledger/inline-rows.js';

it('patches of one row become one, in the order in which they were given', () => {
  const rows = [
    { table: 'updates', id: 'evt_1', columns: { text: 'Hm', at: null } },
    { table: 'actions', id: 'evt_1', columns: { text: 'Other' } },
    { table: 'updates', id: 'evt_2', columns: { text: 'More' } },
    { table: 'updates', id: 'evt_1', columns: { at: '14:00' } },
  ];
  expect(oncePerRow(rows)).toEqual([
    { table: 'updates', id: 'evt_1', columns: { text: 'Hm', at: '14:00' } },
    { table: 'actions', id: 'evt_1', columns: { text: 'Other' } },
    { table: 'updates', id: 'evt_2', columns: { text: 'More' } },
  ]);
  expect(oncePerRow([])).toEqual([]);
});

import { describe, expect, it } from '@jest/globals';
import { incidentId } from '../../../test/support/given-incident.js';
import { happened, sampleId } from '../../../test/support/given.js';
import type { IncidentEvent } from '../domain/events.js';
import { entryRows } from './entry-row.view.js';

const entry = sampleId('evt', '1');
const rowsOf = (...events: IncidentEvent[]) =>
  entryRows(
    events.map((event, index) => happened(event, index + 2)),
    incidentId,
  );

describe('the row of an entry', () => {
  it('is written for every event', () => {
    expect(rowsOf({ type: 'NoteAdded', data: { text: 'Größer' } })).toEqual([
      {
        table: 'entries',
        id: sampleId('evt', '2'),
        columns: {
          incident: incidentId,
          version: 2,
          type: 'NoteAdded',
          occurred_at: '2019-07-02T13:41:00.000000Z',
          words: 'großer',
          fixed_words: '',
          pinned: false,
        },
      },
    ]);
  });

  const newOccurredAt = '2019-07-02T13:30:00.000000Z';
  it.each<[IncidentEvent, object]>([
    [
      { type: 'EntryAmended', data: { entry, newText: 'É', reason: 'Why' } },
      { amended_by: sampleId('evt', '2'), amended_text: 'É', amended_words: 'e' },
    ],
    [
      { type: 'EntryAmended', data: { entry, newOccurredAt, reason: 'Why' } },
      { amended_by: sampleId('evt', '2'), occurred_at: newOccurredAt },
    ],
    [{ type: 'EntryStruck', data: { entry, reason: 'Why' } }, { struck_by: sampleId('evt', '2') }],
    [{ type: 'EntryPinned', data: { entry } }, { pinned: true }],
    [{ type: 'EntryUnpinned', data: { entry } }, { pinned: false }],
  ])('is changed by %j, and by nothing else of it', (event, columns) => {
    const [own, corrected] = rowsOf(event);
    expect(own).toMatchObject({ id: sampleId('evt', '2'), columns: { corrects: entry } });
    expect(corrected).toEqual({ table: 'entries', id: entry, columns });
  });

  it('is written once where two events of one append correct it', () => {
    const rows = rowsOf(
      { type: 'EntryUnpinned', data: { entry } },
      { type: 'EntryStruck', data: { entry, reason: 'Why' } },
    );
    expect(rows.filter(({ id }) => id === entry)).toEqual([
      {
        table: 'entries',
        id: entry,
        columns: { pinned: false, struck_by: sampleId('evt', '3') },
      },
    ]);
  });
});

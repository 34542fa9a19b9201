import { describe, expect, it } from '@jest/globals';
import { sampleId } from '../../../../test/support/given.js';
import { sentence } from '../../../../test/support/sentence.js';
import type { IncidentEvent } from '../events.js';

const entry = sampleId('evt', '1');
const reason = 'Misread\nthe graph';

describe('the log in sentences', () => {
  it.each<[IncidentEvent, string]>([
    [{ type: 'NoteAdded', data: { text: 'It\nrises' } }, 'Ada noted: It rises'],
    [
      { type: 'EvidenceAttached', data: { link: { url: 'https://example.com/1' } } },
      'Ada attached the link https://example.com/1',
    ],
    [
      {
        type: 'EvidenceAttached',
        data: { link: { url: 'https://example.com/1', title: 'p99' }, caption: 'It rises' },
      },
      'Ada attached the link p99: It rises',
    ],
    [{ type: 'EvidenceAttached', data: { excerpt: { text: 'panic' } } }, 'Ada attached an excerpt'],
    [
      { type: 'EvidenceAttached', data: { excerpt: { text: 'panic', title: 'waf.log' } } },
      'Ada attached an excerpt of waf.log',
    ],
    [
      { type: 'EvidenceAttached', data: { figure: { name: 'errors', value: '0' } } },
      'Ada attached errors = 0',
    ],
    [
      { type: 'EvidenceAttached', data: { figure: { name: 'p99', value: '4.20', unit: 's' } } },
      'Ada attached p99 = 4.20 s',
    ],
    [
      { type: 'EntryAmended', data: { entry, newText: 'It fell', reason } },
      'Ada amended an entry to say “It fell”: Misread the graph',
    ],
    [
      {
        type: 'EntryAmended',
        data: { entry, newOccurredAt: '2019-07-02T13:30:59.000000Z', reason },
      },
      'Ada amended an entry to have happened at 2019-07-02 13:30 UTC: Misread the graph',
    ],
    [{ type: 'EntryStruck', data: { entry, reason } }, 'Ada struck an entry: Misread the graph'],
    [{ type: 'EntryPinned', data: { entry } }, 'Ada pinned an entry'],
    [{ type: 'EntryUnpinned', data: { entry } }, 'Ada unpinned an entry'],
  ])('%j', (event, words) => {
    expect(sentence(event)).toBe(words);
  });
});

import { describe, expect, it } from '@jest/globals';
import { assessed, declared, started } from '../../../test/support/given-incident.js';
import type { IncidentEvent } from '../domain/events.js';
import { folded, wordsOf } from './words.js';

describe('what an entry is found by', () => {
  it.each<[IncidentEvent, string, string]>([
    [declared, 'inc-42 checkout fails sev2 real checkout', ''],
    [started({ remark: 'Back to 4711' }), 'service/checkout rollback contain back to 4711', ''],
    [assessed(), 'features checkout subset region eu-west eu-north', ''],
    [{ type: 'NoteAdded', data: { text: 'Café' } }, 'cafe', ''],
    [
      { type: 'UpdatePublished', data: { audience: 'CUSTOMERS', text: 'Sorry' } },
      'sorry',
      'customers',
    ],
    [
      {
        type: 'EvidenceAttached',
        data: { excerpt: { text: 'panic', title: 'waf.log' }, caption: 'Out of memory' },
      },
      'out of memory',
      'panic waf.log',
    ],
    [{ type: 'EvidenceAttached', data: { figure: { name: 'p99', value: '4.2' } } }, '', 'p99 4.2'],
  ])('%j', (event, words, fixedWords) => {
    expect(wordsOf(event)).toEqual({ words, fixedWords });
  });

  it('of a long excerpt is its beginning, which stays text where a character is cut', () => {
    const text = `${'a'.repeat(1_999)}\u{1F525}${'b'.repeat(60_000)}`;
    const { fixedWords } = wordsOf({ type: 'EvidenceAttached', data: { excerpt: { text } } });
    expect(fixedWords).toBe(`${'a'.repeat(1_999)}\ufffd`);
  });

  it('of a note is the whole of it', () => {
    const text = 'a'.repeat(20_000);
    expect(wordsOf({ type: 'NoteAdded', data: { text } }).words).toBe(text);
  });
});

describe('folding', () => {
  it.each([
    ['CAFÉ', 'cafe'],
    ['cafe\u0301', 'cafe'],
    ['Ångström', 'angstrom'],
    ['ﬁle', 'file'],
    ['waf/managed_1', 'waf/managed_1'],
  ])('%j is %j', (text, plain) => {
    expect(folded(text)).toBe(plain);
  });
});

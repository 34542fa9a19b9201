import { describe, it } from '@jest/globals';
import { declared, entered, given, resolved } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { amendEntry } from './amend-entry.js';

const entry = sampleId('evt', '2');
const note = { type: 'NoteAdded', data: { text: 'One' } } as const;
const noteGiven = given(declared, note);
const reason = 'A typo';
const newText = 'Two';
const newOccurredAt = '2019-07-02T13:30:00.000000Z';

describe('amendEntry', () => {
  it.each([{ newText }, { newOccurredAt }, { newText, newOccurredAt }])('records %j', (amended) => {
    noteGiven
      .when(amendEntry, { entry, ...amended, reason }, entered())
      .then({ type: 'EntryAmended', data: { entry, ...amended, reason } });
  });

  it('is open in every phase, and for events of every kind', () => {
    given(declared, resolved)
      .when(
        amendEntry,
        { entry, newText, reason },
        entered({ type: 'IncidentResolved', text: null }),
      )
      .then({ type: 'EntryAmended', data: { entry, newText, reason } });
  });

  it.each([
    { newText: 'One' },
    { newOccurredAt: '2019-07-02T13:41:00.000000Z' },
    { newText: 'One', newOccurredAt: '2019-07-02T13:41:00.000000Z' },
  ])('is already true of an entry that stands as %j', (amended) => {
    noteGiven.when(amendEntry, { entry, ...amended, reason }, entered()).thenNothing();
  });

  it('amends what is only half true', () => {
    const command = { entry, newText: 'One', newOccurredAt, reason };
    noteGiven.when(amendEntry, command, entered()).then({ type: 'EntryAmended', data: command });
  });

  it('may move an entry five minutes ahead of the clock, and no more', () => {
    const fiveMinutes = '2019-07-02T14:05:00.000000Z';
    noteGiven
      .when(amendEntry, { entry, newOccurredAt: fiveMinutes, reason }, entered())
      .then({ type: 'EntryAmended', data: { entry, newOccurredAt: fiveMinutes, reason } });
    const more = '2019-07-02T14:05:00.000001Z';
    noteGiven
      .when(amendEntry, { entry, newText, newOccurredAt: more, reason }, entered())
      .thenRefused({ code: 'OCCURRED_AT_AHEAD', path: ['input', 'newOccurredAt'] });
  });
});

describe('amendEntry, refused', () => {
  it('for an entry that the incident does not have', () => {
    noteGiven
      .when(amendEntry, { entry, newText, reason })
      .thenRefused({ code: 'ENTRY_NOT_FOUND', path: ['input', 'entry'] });
  });

  it.each(['EntryAmended', 'EntryStruck', 'EntryPinned', 'EntryUnpinned'] as const)(
    'for %s',
    (type) => {
      noteGiven
        .when(amendEntry, { entry, newText, reason }, entered({ type }))
        .thenRefused({ code: 'CORRECTION_OF_CORRECTION', path: ['input', 'entry'] });
    },
  );

  it('for what was struck, also if it says so already', () => {
    noteGiven
      .when(amendEntry, { entry, newText: 'One', reason }, entered({ isStruck: true }))
      .thenRefused({ code: 'ENTRY_STRUCK', path: ['input', 'entry'] });
  });

  it('for nothing', () => {
    noteGiven.when(amendEntry, { entry, reason }, entered()).thenRefused('AMENDMENT_EMPTY');
  });

  it('with all that is wrong at once', () => {
    noteGiven
      .when(amendEntry, { entry, reason }, entered({ isStruck: true }))
      .thenRefused('ENTRY_STRUCK', 'AMENDMENT_EMPTY');
  });

  it('without an incident', () => {
    given().when(amendEntry, { entry, newText, reason }).thenRefused('INCIDENT_NOT_FOUND');
  });
});

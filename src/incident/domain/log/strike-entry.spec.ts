import { describe, it } from '@jest/globals';
import { declared, entered, given } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { strikeEntry } from './strike-entry.js';

const entry = sampleId('evt', '2');
const command = { entry, reason: 'Wrong incident' };
const note = { type: 'NoteAdded', data: { text: 'One' } } as const;
const pinned = { type: 'EntryPinned', data: { entry } } as const;
const struck = { type: 'EntryStruck', data: command } as const;

describe('strikeEntry', () => {
  it('records it, for events of every kind', () => {
    given(declared, note).when(strikeEntry, command, entered()).then(struck);
    given(declared, note)
      .when(strikeEntry, command, entered({ type: 'CommandTaken', text: null }))
      .then(struck);
  });

  it('unpins what was pinned', () => {
    given(declared, note, pinned)
      .when(strikeEntry, command, entered({ isPinned: true }))
      .then({ type: 'EntryUnpinned', data: { entry } }, struck);
  });

  it('is already true of what was struck', () => {
    given(declared, note, struck)
      .when(strikeEntry, { ...command, reason: 'Another' }, entered({ isStruck: true }))
      .thenNothing();
  });

  it('is refused for what is no entry, or a correction', () => {
    given(declared, note).when(strikeEntry, command).thenRefused('ENTRY_NOT_FOUND');
    given(declared, note)
      .when(strikeEntry, command, entered({ type: 'EntryStruck' }))
      .thenRefused('CORRECTION_OF_CORRECTION');
  });

  it('needs an incident', () => {
    given().when(strikeEntry, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});

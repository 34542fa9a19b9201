import { describe, expect, it } from '@jest/globals';
import { declared, entered, given } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { unpinEntry } from './unpin-entry.js';

const entry = sampleId('evt', '2');
const pinned = { type: 'EntryPinned', data: { entry } } as const;
const unpinned = { type: 'EntryUnpinned', data: { entry } } as const;

describe('unpinEntry', () => {
  it('records it, and leaves room for another', () => {
    given(declared, pinned)
      .when(unpinEntry, { entry }, entered({ isPinned: true }))
      .then(unpinned);
    expect(given(declared, pinned, unpinned).state).toMatchObject({ pinnedEntries: 0 });
  });

  it('is already true of what is not pinned, or struck', () => {
    given(declared).when(unpinEntry, { entry }, entered()).thenNothing();
    given(declared)
      .when(unpinEntry, { entry }, entered({ isStruck: true }))
      .thenNothing();
  });

  it('is refused for what is no entry, or a correction', () => {
    given(declared).when(unpinEntry, { entry }).thenRefused('ENTRY_NOT_FOUND');
    given(declared)
      .when(unpinEntry, { entry }, entered({ type: 'EntryPinned' }))
      .thenRefused('CORRECTION_OF_CORRECTION');
  });

  it('needs an incident', () => {
    given().when(unpinEntry, { entry }).thenRefused('INCIDENT_NOT_FOUND');
  });
});

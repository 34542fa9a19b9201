import { describe, it } from '@jest/globals';
import { declared, entered, given } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { pinEntry } from './pin-entry.js';

const entry = sampleId('evt', '2');
const pinned = { type: 'EntryPinned', data: { entry } } as const;
const many = (count: number) => Array.from({ length: count }, () => pinned);

describe('pinEntry', () => {
  it('records it', () => {
    given(declared).when(pinEntry, { entry }, entered()).then(pinned);
  });

  it('is already true of what is pinned, also when no more may be', () => {
    given(declared, ...many(20))
      .when(pinEntry, { entry }, entered({ isPinned: true }))
      .thenNothing();
  });

  it('is refused for the twenty-first', () => {
    given(declared, ...many(19))
      .when(pinEntry, { entry }, entered())
      .then(pinned);
    given(declared, ...many(20))
      .when(pinEntry, { entry }, entered())
      .thenRefused('TOO_MANY_PINS');
  });

  it('is refused for what is no entry, struck, or a correction', () => {
    given(declared).when(pinEntry, { entry }).thenRefused('ENTRY_NOT_FOUND');
    given(declared)
      .when(pinEntry, { entry }, entered({ isStruck: true }))
      .thenRefused('ENTRY_STRUCK');
    given(declared)
      .when(pinEntry, { entry }, entered({ type: 'EntryAmended' }))
      .thenRefused('CORRECTION_OF_CORRECTION');
  });

  it('needs an incident', () => {
    given().when(pinEntry, { entry }).thenRefused('INCIDENT_NOT_FOUND');
  });
});

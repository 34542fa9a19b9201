import { describe, expect, it } from '@jest/globals';
import { declared, given, incidentFold } from '../../../../test/support/given-incident.js';
import { happened, sampleId } from '../../../../test/support/given.js';
import type { IncidentEvent } from '../events.js';

const entry = sampleId('evt', '1');
const pinned: IncidentEvent = { type: 'EntryPinned', data: { entry } };
const unpinned: IncidentEvent = { type: 'EntryUnpinned', data: { entry } };

describe('the log in the head', () => {
  it('counts the pinned entries', () => {
    expect(given(declared, pinned, pinned, unpinned).state).toMatchObject({ pinnedEntries: 1 });
  });

  it.each<[IncidentEvent, IncidentEvent[]]>([
    [unpinned, []],
    [pinned, Array.from({ length: 20 }, () => pinned)],
  ])('is left alone where %j makes no sense', (event, past) => {
    const { state } = given(declared, ...past);
    const next = happened(event, past.length + 2);
    expect(incidentFold.applies(state, next)).toBe(false);
    expect(incidentFold.evolve(state, next)).toBe(state);
  });

  it('knows nothing of notes, evidence, amendments and strikes', () => {
    const { state } = given(declared);
    const past: IncidentEvent[] = [
      { type: 'NoteAdded', data: { text: 'One' } },
      { type: 'EvidenceAttached', data: { link: { url: 'https://example.com' } } },
      { type: 'EntryAmended', data: { entry, newText: 'Two', reason: 'Why' } },
      { type: 'EntryStruck', data: { entry, reason: 'Why' } },
    ];
    expect(given(declared, ...past).state).toEqual(state);
  });
});

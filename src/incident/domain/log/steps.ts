import type { StepsOf } from '../steps.js';
import type { logEvents } from './events.js';
import { maxPinnedEntries } from './state.js';

export const logSteps: StepsOf<typeof logEvents> = {
  NoteAdded: {},
  EvidenceAttached: {},
  EntryAmended: {},
  EntryStruck: {},
  EntryPinned: {
    fits: ({ pinnedEntries }) => pinnedEntries < maxPinnedEntries,
    after: ({ pinnedEntries }) => ({ pinnedEntries: pinnedEntries + 1 }),
  },
  EntryUnpinned: {
    fits: ({ pinnedEntries }) => pinnedEntries > 0,
    after: ({ pinnedEntries }) => ({ pinnedEntries: pinnedEntries - 1 }),
  },
};

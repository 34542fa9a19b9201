import fc from 'fast-check';
import { addNote } from '../../../src/incident/domain/log/add-note.js';
import { amendEntry } from '../../../src/incident/domain/log/amend-entry.js';
import { attachEvidence } from '../../../src/incident/domain/log/attach-evidence.js';
import type { EntryFacts } from '../../../src/incident/domain/log/entry.js';
import { textOf } from '../../../src/incident/domain/log/events.js';
import { pinEntry } from '../../../src/incident/domain/log/pin-entry.js';
import { strikeEntry } from '../../../src/incident/domain/log/strike-entry.js';
import { unpinEntry } from '../../../src/incident/domain/log/unpin-entry.js';
import { sampleId } from '../given.js';
import { attempts, maybe, words } from './attempt.js';
import type { Past } from './attempt.js';

/** One of the first few entries of either incident, so that commands meet in it. */
const among = (first: number) =>
  fc
    .tuple(fc.nat(1), fc.integer({ min: 1, max: first }))
    .map(([incident, version]) => sampleId('evt', `${incident}e${version}`));
const entry = among(8);
const pinned = among(1);

const knownEntry = ({ entry: id }: { readonly entry: string }, past: Past): EntryFacts => {
  const row = past.rows.find('entries', id);
  const event = past.event(id);
  if (row?.['incident'] !== past.streamId || event === undefined) return {};
  const amended = row['amended_text'] as string | undefined;
  return {
    known: {
      entry: id,
      type: event.type,
      text: amended ?? textOf(event),
      occurredAt: row['occurred_at'] as string,
      isStruck: row['struck_by'] !== undefined,
      isPinned: row['pinned'] === true,
    },
  };
};

const evidence = fc.constantFrom(
  { link: { url: 'https://example.com' } },
  { excerpt: { text: 'panic' } },
  { figure: { name: 'errors', value: '4.2' } },
);
const newOccurredAt = fc.constantFrom(
  '2019-07-02T13:00:00.000000Z',
  '2019-07-02T13:42:00.000000Z',
  '2019-07-02T14:30:00.000000Z',
);

const amendments = attempts(
  amendEntry,
  fc.record({
    entry,
    newText: maybe(words),
    newOccurredAt: maybe(newOccurredAt),
    reason: words,
  }),
  true,
  knownEntry,
);
const strikes = attempts(strikeEntry, fc.record({ entry, reason: words }), true, knownEntry);
const pins = attempts(pinEntry, fc.record({ entry: pinned }), true, knownEntry);
const unpins = attempts(unpinEntry, fc.record({ entry: pinned }), true, knownEntry);

/** Those that seldom find what they are about come more often. */
export const logAttempts = [
  attempts(addNote, fc.record({ text: words }), false),
  attempts(attachEvidence, fc.record({ evidence, caption: maybe(words) }), false),
  ...[amendments, amendments, amendments],
  ...[strikes, strikes],
  ...[pins, pins, pins],
  ...[unpins, unpins, unpins, unpins, unpins],
];

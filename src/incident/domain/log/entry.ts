import type { Instant } from '../../../kernel/instant.js';
import type { IncidentEvent } from '../events.js';

/** An entry of the log, which is any event of the incident, as it stands: what rules are told of it. */
export type Entry = {
  readonly entry: string;
  readonly type: IncidentEvent['type'];
  /** The text that a person wrote, as amended, or the wording that stands for the sentence. */
  readonly text: string | null;
  readonly occurredAt: Instant;
  readonly isStruck: boolean;
  readonly isPinned: boolean;
};

export type EntryFacts = {
  /** The entry of this incident that the command names, if there is one. Strict: the version of its incident backs it. */
  readonly known?: Entry | undefined;
};

const corrections: readonly IncidentEvent['type'][] = [
  'EntryAmended',
  'EntryStruck',
  'EntryPinned',
  'EntryUnpinned',
];

/** Corrections are not corrected: another one takes their place. */
export const isCorrection = ({ type }: Pick<Entry, 'type'>): boolean => corrections.includes(type);

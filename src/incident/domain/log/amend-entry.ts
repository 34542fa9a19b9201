import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { latestBy } from '../../../kernel/instant.js';
import type { Instant } from '../../../kernel/instant.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentRule } from '../rule.js';
import { isCorrection } from './entry.js';
import type { Entry, EntryFacts } from './entry.js';
import * as refusals from './refusals.js';

export type AmendEntry = {
  readonly entry: string;
  readonly newText?: string | undefined;
  readonly newOccurredAt?: Instant | undefined;
  readonly reason: string;
};

/** What is not amended stays as it stands. The reason alone makes no second amendment. */
export const amendEntry: IncidentRule<AmendEntry, Facts & EntryFacts> = (
  command,
  incident,
  { known, now },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { entry, newText, newOccurredAt, reason } = command;
  if (known === undefined) return refuse(refusals.entryNotFound(entry));
  const obstacles = [...unamendable(known), ...badAmendment(command, now)];
  if (obstacles.length > 0) return refuse(...obstacles);
  const isTrue =
    (newText ?? known.text) === known.text &&
    (newOccurredAt ?? known.occurredAt) === known.occurredAt;
  return isTrue
    ? accept()
    : accept({ type: 'EntryAmended', data: { entry, newText, newOccurredAt, reason } });
};

const unamendable = (known: Entry): IncidentRefusal[] => [
  ...(isCorrection(known) ? [refusals.correctionOfCorrection(known.entry)] : []),
  ...(known.isStruck ? [refusals.entryStruck(known.entry)] : []),
];

const badAmendment = ({ newText, newOccurredAt }: AmendEntry, now: Instant): IncidentRefusal[] => {
  if (newOccurredAt === undefined) return newText === undefined ? [refusals.amendmentEmpty()] : [];
  return newOccurredAt > latestBy(now) ? [refusals.newTimeAhead(now)] : [];
};

import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { isCorrection } from './entry.js';
import type { EntryFacts } from './entry.js';
import * as refusals from './refusals.js';
import { maxPinnedEntries } from './state.js';

export type PinEntry = { readonly entry: string };

export const pinEntry: IncidentRule<PinEntry, Facts & EntryFacts> = (
  { entry },
  incident,
  { known },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (known === undefined) return refuse(refusals.entryNotFound(entry));
  if (isCorrection(known)) return refuse(refusals.correctionOfCorrection(entry));
  if (known.isStruck) return refuse(refusals.entryStruck(entry));
  if (known.isPinned) return accept();
  return incident.pinnedEntries < maxPinnedEntries
    ? accept({ type: 'EntryPinned', data: { entry } })
    : refuse(refusals.tooManyPins(incident.pinnedEntries));
};

import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { isCorrection } from './entry.js';
import type { EntryFacts } from './entry.js';
import { correctionOfCorrection, entryNotFound } from './refusals.js';

export type UnpinEntry = { readonly entry: string };

/** A struck entry is pinned no more, so there is nothing left to unpin. */
export const unpinEntry: IncidentRule<UnpinEntry, Facts & EntryFacts> = (
  { entry },
  incident,
  { known },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (known === undefined) return refuse(entryNotFound(entry));
  if (isCorrection(known)) return refuse(correctionOfCorrection(entry));
  return known.isPinned ? accept({ type: 'EntryUnpinned', data: { entry } }) : accept();
};

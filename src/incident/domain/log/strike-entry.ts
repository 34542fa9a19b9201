import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import type { IncidentEvent } from '../events.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { isCorrection } from './entry.js';
import type { EntryFacts } from './entry.js';
import { correctionOfCorrection, entryNotFound } from './refusals.js';

export type StrikeEntry = { readonly entry: string; readonly reason: string };

/** Hides the entry and undoes no change of state. What is hidden is not to be looked at first. */
export const strikeEntry: IncidentRule<StrikeEntry, Facts & EntryFacts> = (
  { entry, reason },
  incident,
  { known },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (known === undefined) return refuse(entryNotFound(entry));
  if (isCorrection(known)) return refuse(correctionOfCorrection(entry));
  if (known.isStruck) return accept();
  const unpinned: IncidentEvent[] = known.isPinned
    ? [{ type: 'EntryUnpinned', data: { entry } }]
    : [];
  return accept(...unpinned, { type: 'EntryStruck', data: { entry, reason } });
};

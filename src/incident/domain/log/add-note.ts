import { accept, refuse } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';

export type AddNote = { readonly text: string };

export const addNote: IncidentRule<AddNote> = ({ text }, incident) =>
  incident.status === 'undeclared'
    ? refuse(incidentNotFound())
    : accept({ type: 'NoteAdded', data: { text } });

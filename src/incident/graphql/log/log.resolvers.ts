import { AddNoteResolver } from './add-note.resolver.js';

export const logResolvers = [AddNoteResolver];

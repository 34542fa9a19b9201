import fc from 'fast-check';
import { addNote } from '../../../src/incident/domain/log/add-note.js';
import { attempts, words } from './attempt.js';

export const logAttempts = [attempts(addNote, fc.record({ text: words }), false)];

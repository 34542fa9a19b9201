import type { StepsOf } from '../steps.js';
import type { logEvents } from './events.js';

export const logSteps: StepsOf<typeof logEvents> = { NoteAdded: {} };

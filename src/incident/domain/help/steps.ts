import type { StepsOf } from '../steps.js';
import type { helpEvents } from './events.js';

/** Requests stand in their rows: the head knows nothing of them. */
export const helpSteps: StepsOf<typeof helpEvents> = {
  HelpRequested: {},
  HelpEngaged: {},
  HelpReleased: {},
};

import type { StepsOf } from '../steps.js';
import type { suspectsEvents } from './events.js';

/** The head holds nothing of suspects: a rule learns of them from its facts. */
export const suspectsSteps: StepsOf<typeof suspectsEvents> = {
  ChangeLinked: {},
  ChangeUnlinked: {},
  ChangeCleared: {},
  ChangeImplicated: {},
};

import { unresolved } from '../choices.js';
import type { StepsOf } from '../steps.js';
import type { actionsEvents } from './events.js';
import { maxOpenActions } from './state.js';

export const actionsSteps: StepsOf<typeof actionsEvents> = {
  ActionStarted: {
    fits: ({ phase, openActions }) => unresolved.includes(phase) && openActions < maxOpenActions,
    after: ({ openActions }) => ({ openActions: openActions + 1 }),
  },
  ActionFinished: {
    fits: ({ openActions }) => openActions > 0,
    after: ({ openActions }) => ({ openActions: openActions - 1 }),
  },
};

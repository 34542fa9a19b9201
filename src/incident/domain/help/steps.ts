import type { StepsOf } from '../steps.js';
import type { helpEvents } from './events.js';

/** What is asked for stands in rows: the head knows only whether somebody helps. */
export const helpSteps: StepsOf<typeof helpEvents> = {
  HelpRequested: {},
  HelpEngaged: { after: ({ helpEngaged }) => ({ helpEngaged: helpEngaged + 1 }) },
  HelpReleased: {
    fits: ({ helpEngaged }, { data }) => data.wasEngaged !== true || helpEngaged > 0,
    after: ({ helpEngaged }, { data }) =>
      data.wasEngaged === true ? { helpEngaged: helpEngaged - 1 } : {},
  },
};

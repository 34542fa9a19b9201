import type { StepsOf } from '../steps.js';
import { clockName } from './clock.js';
import type { clocksEvents } from './events.js';
import { isOfThing } from './things.js';

/** Reminders of things stand in their rows: the head knows nothing of them. */
export const clocksSteps: StepsOf<typeof clocksEvents> = {
  NudgeRaised: {
    fits: ({ nudges }, { data }) => {
      const known = nudges[clockName(data)];
      return known?.causedBy !== data.causedBy || known.until !== null;
    },
    after: ({ nudges }, { data }) =>
      isOfThing(data.nudge)
        ? {}
        : { nudges: { ...nudges, [clockName(data)]: { causedBy: data.causedBy, until: null } } },
  },
  NudgeSnoozed: {
    after: ({ nudges }, { data }) => {
      const { causedBy, until } = data;
      return isOfThing(data.nudge)
        ? {}
        : { nudges: { ...nudges, [clockName(data)]: { causedBy, until } } };
    },
  },
  NudgeCleared: {
    fits: ({ nudges }, { data }) =>
      isOfThing(data.nudge) || nudges[clockName(data)]?.causedBy === data.causedBy,
    after: ({ nudges }, { data }) => {
      const { [clockName(data)]: _cleared, ...others } = nudges;
      return { nudges: others };
    },
  },
};

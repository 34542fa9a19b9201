import type { StepsOf } from '../steps.js';
import { clockName, ofThings } from './clock.js';
import type { clocksEvents } from './events.js';

export const clocksSteps: StepsOf<typeof clocksEvents> = {
  NudgeRaised: {
    after: ({ nudges }, { data }) =>
      ofThings.includes(data.nudge)
        ? {}
        : { nudges: { ...nudges, [clockName(data)]: { causedBy: data.causedBy, until: null } } },
  },
  NudgeSnoozed: {
    after: ({ nudges }, { data }) => ({
      nudges: { ...nudges, [clockName(data)]: { causedBy: data.causedBy, until: data.until } },
    }),
  },
  NudgeCleared: {
    fits: ({ nudges }, { data }) => ofThings.includes(data.nudge) || clockName(data) in nudges,
    after: ({ nudges }, { data }) => {
      const { [clockName(data)]: _cleared, ...others } = nudges;
      return { nudges: others };
    },
  },
};

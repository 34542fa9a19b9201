import type { StepsOf } from '../steps.js';
import type { sightEvents } from './events.js';

export const sightSteps: StepsOf<typeof sightEvents> = {
  IncidentRestricted: {
    fits: ({ restricted }) => !restricted,
    after: () => ({ restricted: true }),
  },
  IncidentOpened: {
    fits: ({ restricted }) => restricted,
    after: () => ({ restricted: false }),
  },
  SightGranted: {},
  SightRevoked: {},
};

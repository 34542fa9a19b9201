import type { DeclaredIncident } from '../state.js';
import type { StepsOf } from '../steps.js';
import type { followUpsEvents } from './events.js';
import { maxOpenFollowUps } from './state.js';

const oneMore = {
  fits: ({ openFollowUps }: DeclaredIncident) => openFollowUps < maxOpenFollowUps,
  after: ({ openFollowUps }: DeclaredIncident) => ({ openFollowUps: openFollowUps + 1 }),
};

export const followUpsSteps: StepsOf<typeof followUpsEvents> = {
  FollowUpAdded: oneMore,
  FollowUpRevised: {},
  FollowUpCompleted: {
    fits: ({ openFollowUps }) => openFollowUps > 0,
    after: ({ openFollowUps }) => ({ openFollowUps: openFollowUps - 1 }),
  },
  FollowUpReopened: oneMore,
};

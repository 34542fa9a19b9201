import type { DeclaredIncident } from '../state.js';
import type { StepsOf } from '../steps.js';
import type { hypothesesEvents } from './events.js';
import { maxHypotheses } from './state.js';

const ofOneRaised = { fits: ({ hypotheses }: DeclaredIncident) => hypotheses > 0 };

export const hypothesesSteps: StepsOf<typeof hypothesesEvents> = {
  HypothesisRaised: {
    fits: ({ hypotheses }) => hypotheses < maxHypotheses,
    after: ({ hypotheses }) => ({ hypotheses: hypotheses + 1 }),
  },
  HypothesisSupported: ofOneRaised,
  HypothesisRuledOut: ofOneRaised,
  HypothesisConfirmed: ofOneRaised,
};

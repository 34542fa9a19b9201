import type { StepsOf } from '../steps.js';
import type { referencesEvents } from './events.js';
import { maxReferences } from './state.js';

export const referencesSteps: StepsOf<typeof referencesEvents> = {
  ReferenceBound: {
    fits: ({ references }, { data }) => data.again === true || references < maxReferences,
    after: ({ references }, { data }) => ({ references: references + (data.again ? 0 : 1) }),
  },
  ReferenceUnbound: {
    fits: ({ references }) => references > 0,
    after: ({ references }) => ({ references: references - 1 }),
  },
};

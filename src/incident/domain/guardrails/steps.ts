import type { StepsOf } from '../steps.js';
import type { guardrailsEvents } from './events.js';

export const guardrailsSteps: StepsOf<typeof guardrailsEvents> = {
  GuardrailTripped: {},
  GuardrailOverridden: {},
};

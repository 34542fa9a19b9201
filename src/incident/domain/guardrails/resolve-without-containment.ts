import type { DeclaredIncident } from '../state.js';
import { when } from './trip.js';
import type { Trip } from './trip.js';

/** Also after containment was lost: users are hurt again, as far as anybody has said. */
export const resolveWithoutContainment = ({ phase }: DeclaredIncident): readonly Trip[] =>
  when(phase === 'INVESTIGATING', { guardrail: 'RESOLVE_WITHOUT_CONTAINMENT' });

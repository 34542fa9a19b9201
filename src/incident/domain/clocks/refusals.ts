import type { Nudge } from '../choices.js';

export const clockNotRunning = (nudge: Nudge) => ({
  code: 'CLOCK_NOT_RUNNING' as const,
  message: `There is no ${nudge} to put off: see the incident's clocks for those that run`,
  path: ['input', 'nudge'],
  nudge,
});

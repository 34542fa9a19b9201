import type { Instant } from '../../../kernel/instant.js';
import type { Nudge } from '../choices.js';
import { minute } from '../wording.js';

export const clockNotRunning = (nudge: Nudge, about: string | undefined) => ({
  code: 'CLOCK_NOT_RUNNING' as const,
  message: `There is no ${nudge}${about === undefined ? '' : ` of ${about}`} to put off: see the incident's clocks for those that run`,
  path: ['input', 'nudge'],
});

/** `earliest` is not among the times that are possible; `latest` is. */
export const snoozeTimeInvalid = (earliest: Instant, latest: Instant, field: string) => ({
  code: 'SNOOZE_TIME_INVALID' as const,
  message: `A reminder can be put off to a time after ${minute(earliest)}, until ${minute(latest)}`,
  path: ['input', field],
});

export const snoozeTimeUnclear = () => ({
  code: 'SNOOZE_TIME_UNCLEAR' as const,
  message: 'Until when is not clear: give either a time or minutes from now',
  path: ['input', 'until'],
});

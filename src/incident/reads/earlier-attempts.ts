import type { Instant } from '../../kernel/instant.js';
import type { Notice } from '../incident.service.js';
import type { ActionView } from '../views/actions.query.js';

const spans = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago in words, in the largest unit that fits. */
export const ago = (then: Instant, now: Instant): string => {
  const seconds = (Date.parse(now) - Date.parse(then)) / 1000;
  for (const [unit, length] of spans) {
    const many = Math.floor(seconds / length);
    if (many >= 1) return `${many} ${unit}${many === 1 ? '' : 's'} ago`;
  }
  return 'just now';
};

/** What came of one attempt, with the ids of the incident and of who began it. */
const told = (attempt: ActionView, now: Instant): string => {
  const { outcome, incident, startedBy, finishedAt, leaseUntil } = attempt;
  const came = outcome ?? 'lease expired';
  return `${came} ${ago(finishedAt ?? leaseUntil ?? now, now)} in ${incident} by ${startedBy?.id ?? ''}`;
};

/** That the same was done to the same target before; nothing if it was not. */
export const earlierAttempts = (
  { total, newest }: { readonly total: number; readonly newest: readonly ActionView[] },
  now: Instant,
): readonly (Notice & { readonly attempts: readonly ActionView[] })[] => {
  if (total === 0) return [];
  const times = total === 1 ? 'once' : `${total} times`;
  const few = newest.slice(0, 3).map((attempt) => told(attempt, now));
  const rest = total > few.length ? '; and more' : '';
  const message = `Tried ${times} before: ${few.join('; ')}${rest}`;
  return [{ code: 'EARLIER_ATTEMPTS', message, attempts: newest }];
};

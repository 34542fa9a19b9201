import type { Instant } from '../../../kernel/instant.js';

/** `field` is the one that gives the time. */
export const promiseTimeInvalid = (after: Instant, until: Instant, field: string) => ({
  code: 'PROMISE_TIME_INVALID' as const,
  message: `Promise the next update for a time after ${after} and not after ${until}`,
  path: ['input', field],
  after,
  until,
});

export const publicAudienceRequired = (field: 'status' | 'components') => ({
  code: 'PUBLIC_AUDIENCE_REQUIRED' as const,
  message:
    'The status and the components are what readers outside are told: give them with an update for STATUS_PAGE or CUSTOMERS',
  path: ['input', field],
});

export const componentRepeated = (name: string, index: number) => ({
  code: 'COMPONENT_REPEATED' as const,
  message: `Say once how "${name}" does`,
  path: ['input', 'components', String(index), 'name'],
});

export const updateNotFound = (update: string) => ({
  code: 'UPDATE_NOT_FOUND' as const,
  message: `${update} is no update of this incident: look its id up in \`updates\``,
  path: ['input', 'update'],
});

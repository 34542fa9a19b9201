import { id, integer, list, optional, text } from '../../kernel/field.js';

/** The fields that payloads of several areas have in common. */
export const evidence = list(
  'The entries of the log that show it, by event id',
  id('An event of this log', 'evt'),
  50,
);

export const directedIn = optional(
  integer('The term of command in which it was directed; absent if nobody commanded', 1),
);

/** Up to 2,000 characters. */
export const remark = (description: string) => optional(text(description, 2_000));

/** Optional in every payload: where a command needs one, its input says so. */
export const reason = (description: string) => optional(text(description, 2_000));

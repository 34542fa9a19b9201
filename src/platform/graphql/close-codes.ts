/**
 * Why we close a socket, beside what the protocol has (4400, 4401, 4408, 4409, 4429, 4500). The
 * usual clients connect again after each of these.
 */
export const closeCodes = {
  /** The token is missing, unknown or revoked, or has expired. */
  FORBIDDEN: { code: 4403, reason: 'Forbidden' },
  /** The client left a message unread for too long: resume after the last cursor. */
  STALLED: { code: 4508, reason: 'Stalled: resume after the last cursor' },
  /** The server goes down or is replaced. */
  RESTART: { code: 1012, reason: 'Service restart' },
  /** Something failed on our side. */
  AGAIN: { code: 1013, reason: 'Try again later' },
} as const;
export type Closing = { readonly code: number; readonly reason: string };

const shape = /^Bearer +([\x21-\x7e]{1,512}) *$/i;

/** The secret in an `Authorization: Bearer ...` header, or undefined if there is none. */
export const bearerSecret = (header: unknown): string | undefined =>
  typeof header === 'string' ? shape.exec(header)?.[1] : undefined;

/**
 * The secret in the payload of a socket's `connection_init`: `{ authorization: 'Bearer ...' }`
 * or `{ token: '...' }`. It is never taken from the address, which ends up in logs.
 */
export const initSecret = (payload: Readonly<Record<string, unknown>> = {}): string | undefined =>
  bearerSecret(payload['authorization'] ?? payload['Authorization']) ??
  bearerSecret(`Bearer ${typeof payload['token'] === 'string' ? payload['token'] : ''}`);

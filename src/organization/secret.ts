import { createHash, randomBytes } from 'node:crypto';

/** The secret of a token: 256 random bits, behind a prefix that secret scanners can look for. */
export const newSecret = (): string => `blg_${randomBytes(32).toString('base64url')}`;

export const isSecret = (text: string): boolean => /^blg_[A-Za-z0-9_-]{43}$/.test(text);

/**
 * What is kept of a secret: SHA-256, in hexadecimal. Nothing slower is needed for 256 random
 * bits, and all texts take the same work.
 */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

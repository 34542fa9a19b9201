import { errorCode } from './error-code.js';

/** The embedded database cannot be used; the message says why and what to do about it. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
}

const OF_THE_FILE_SYSTEM = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'ENOTDIR',
  'EEXIST',
  'ENAMETOOLONG',
]);

/** Turns a refusal of the file system into an EmbeddedError; anything else is handed back as it is. */
export function explained(error: unknown, folder: string): unknown {
  if (!OF_THE_FILE_SYSTEM.has(errorCode(error))) return error;
  return new EmbeddedError(
    `The database folder ${folder} cannot be used: ${(error as Error).message}. ` +
      'Run Bridgelog as the owner of that folder and see that its disk is writable and not full, ' +
      'or set BRIDGELOG_DATA to another folder.',
    { cause: error },
  );
}

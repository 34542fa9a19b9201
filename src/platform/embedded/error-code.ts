/** The code of an error of Node ("ENOENT") or of PostgreSQL (SQLSTATE, "57P03"), or ''. */
export function errorCode(error: unknown): string {
  // Not by instanceof: inside of a vm context, such as jest's, errors of Node are of another realm.
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

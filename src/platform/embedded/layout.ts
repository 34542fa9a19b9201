import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.js';

/** What lies in the folder of an embedded database. */
export const layout = {
  cluster: (folder: string) => join(folder, 'pg'),
  log: (folder: string) => join(folder, 'postgres.log'),
  serverFile: (folder: string) => join(folder, 'server.json'),
};

/** False only when nothing has that name; throws when that cannot be told. */
export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Whether a database was ever completed in the folder. */
export function holdsCluster(folder: string): Promise<boolean> {
  return exists(layout.cluster(folder));
}

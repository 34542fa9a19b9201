import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError, type Config } from './config.js';

/**
 * The key that wraps the keys of data subjects: 32 bytes from BRIDGELOG_MASTER_KEY (base64), or
 * from `master.key` in the data folder, which only its owner can read and which is made once.
 */
export const readMasterKey = async (config: Config, folder: string): Promise<Buffer> => {
  const text = config.masterKey ?? (await readOrMake(join(folder, 'master.key')));
  const key = Buffer.from(text, 'base64');
  if (key.length === 32) return key;
  throw new ConfigError('BRIDGELOG_MASTER_KEY is the base64 of 32 bytes: openssl rand -base64 32');
};

const readOrMake = async (path: string): Promise<string> => {
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  });
  if (!file) return readFile(path, 'utf8');
  const text = randomBytes(32).toString('base64');
  await file.writeFile(`${text}\n`);
  await file.sync();
  await file.close();
  return text;
};

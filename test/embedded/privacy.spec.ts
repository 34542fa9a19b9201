import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { readFile, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { asRoot, namesIn, postmasterPid, query, Scene, until } from './scene.js';

const scene = new Scene();
afterEach(() => scene.quiet());
afterAll(() => scene.clear());

const itAsRoot = asRoot ? it : it.skip;
if (!asRoot) console.log('Skipped, because they need root: folders below a private parent.');
const withProc = process.platform === 'linux';
const itWithProc = withProc ? it : it.skip;
if (!withProc) console.log('Skipped, because they need /proc: passwords in processes.');

describe('below a parent that only root may pass', () => {
  itAsRoot('the data goes to a place that PostgreSQL can reach, which is said', async () => {
    const wanted = await scene.folder(0o700);
    const first = await scene.open(wanted);
    expect(first.folder).toMatch(/^\/var\/lib\/bridgelog\/[0-9a-f]{12}$/);
    expect(scene.said).toHaveLength(1);
    expect(scene.said[0]).toContain(`the data is in ${first.folder} instead of ${wanted}`);
    expect((await stat(dirname(wanted))).mode & 0o777).toBe(0o700);
    expect((await stat(first.folder)).mode & 0o777).toBe(0o711);
    await query(first.ownerUrl, 'create table kept as select 42 as answer');
    await first.close();

    const second = await scene.open(wanted);
    expect(second.folder).toBe(first.folder);
    expect(await query(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });
});

describe('under umask 077', () => {
  it('a server starts where it was told to, with parents made on the way', async () => {
    const folder = join(await scene.folder(), 'deep', 'down');
    const server = scene.opener(folder, 'serve', '077');
    const { database, said } = await server.opening;
    expect([database?.folder, said]).toEqual([folder, []]);
    expect(await query(database?.ownerUrl ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.close();
    expect(await namesIn(folder)).toEqual(['pg', 'postgres.log', 'server.json']);
  });
});

/** A first start, with the command lines of all processes meanwhile, that of initdb among them. */
const watchedStart = async () => {
  for (let tries = 1; tries <= 10; tries += 1) {
    const folder = await scene.folder();
    const server = scene.opener(folder);
    const seen = new Set<string>();
    await until(async () => {
      for (const line of await commandLines()) seen.add(line);
      return namesIn(folder).then((names) => names.includes('postgres.log'));
    });
    if ([...seen].some((line) => line.includes('initdb'))) return { folder, server, seen };
    // On a busy machine it may come and go between two looks.
    await server.opening;
    await server.close();
  }
  throw new Error('initdb was never seen');
};

describe('passwords', () => {
  itWithProc(
    'are in no argument of a process, no environment of the database, and no log',
    async () => {
      const { folder, server, seen } = await watchedStart();
      const { database, said } = await server.opening;

      const url = database?.ownerUrl ?? '';
      await query(url, `create role twice login password 'first-secret'`);
      await expect(query(url, `create role twice login password 'second-secret'`)).rejects.toThrow(
        /already exists/,
      );
      const environment = await readFile(`/proc/${await postmasterPid(folder)}/environ`, 'utf8');
      const log = await readFile(join(folder, 'postgres.log'), 'utf8');
      expect(log).toContain('role "twice" already exists');

      const told = [...seen, ...said, environment, log].join('\n');
      const { ownerPassword = '' } = JSON.parse(
        await readFile(join(folder, 'server.json'), 'utf8'),
      ) as { ownerPassword?: string };
      expect(url).toContain(ownerPassword);
      for (const secret of [ownerPassword, database?.appPassword, database?.workerPassword]) {
        expect(told).not.toContain(secret);
      }
      expect(told).not.toMatch(/(first|second)-secret/);
    },
  );
});

async function commandLines(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const read = (pid: string) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return Promise.all(pids.map(read));
}

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { killPostmaster, namesIn, postmasterPid, query, runs, Scene, until } from './scene.js';

const scene = new Scene();
let folder: string;
beforeAll(async () => {
  folder = await scene.folder();
});
afterEach(() => scene.quiet());
afterAll(() => scene.clear());

describe('a server killed with -9', () => {
  it('leaves its database to the next server', async () => {
    const killed = scene.opener(folder);
    const before = (await killed.opening).database;
    await query(before?.ownerUrl ?? '', 'create table kept as select 42 as answer');
    const pid = await postmasterPid(folder);
    await killed.kill();
    expect(await runs(folder)).toBe(true);

    const next = await scene.open(folder);
    expect(next).toMatchObject({ adopted: true, port: before?.port, ownerUrl: before?.ownerUrl });
    expect(await postmasterPid(folder)).toBe(pid);
    expect(await query(next.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(scene.said).toEqual([
      `Took over the database in ${folder}, which lived on after its server (pid ${killed.process.pid}) was killed.`,
    ]);
    await next.close();
    expect(await runs(folder)).toBe(false);
  });

  it('leaves its database to commands, which do not stop it', async () => {
    const killed = scene.opener(folder);
    await killed.opening;
    await killed.kill();
    const command = await scene.open(folder, 'command');
    expect(command.adopted).toBe(false);
    await command.close();
    expect(await runs(folder)).toBe(true);
  });

  it('while it makes its first files leaves nothing in the way', async () => {
    const fresh = await scene.folder();
    const killed = scene.opener(fresh);
    await until(async () => {
      const unfinished = (await namesIn(fresh)).find((name) => name.startsWith('pg.new'));
      return (await namesIn(join(fresh, unfinished ?? 'none'))).includes('base');
    });
    await killed.kill();
    const next = await scene.open(fresh);
    expect(await query(next.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await next.close();
    // The orphaned initdb may still have written while its files were swept.
    await (await scene.open(fresh)).close();
    expect(await namesIn(fresh)).toEqual(['pg', 'postgres.log', 'server.json']);
  });
});

describe('a database killed with -9', () => {
  it('opens again after its server died with it', async () => {
    const killed = scene.opener(folder);
    const url = (await killed.opening).database?.ownerUrl ?? '';
    await query(url, 'create table rescued as select 43 as answer');
    await killPostmaster(folder, 'SIGKILL');
    await killed.kill();
    expect(await namesIn(join(folder, 'pg'))).toContain('postmaster.pid');

    const next = await scene.open(folder);
    expect(next.adopted).toBe(false);
    expect(await query(next.ownerUrl, 'select answer from rescued')).toEqual([{ answer: 43 }]);
  });

  it('is started by a command only for its own time', async () => {
    const killed = scene.opener(folder);
    await killed.opening;
    await killPostmaster(folder, 'SIGKILL');
    await killed.kill();
    const command = await scene.open(folder, 'command');
    expect(await query(command.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await command.close();
    expect(await runs(folder)).toBe(false);
  });

  it('is told to the server that lives on, which closes in peace', async () => {
    const database = await scene.open(folder);
    await killPostmaster(folder, 'SIGKILL');
    await until(() => scene.said.some((line) => line.includes('was lost')));
    await database.close();
  });
});

describe('the connection that guards a living server', () => {
  it('is renewed when a crash inside PostgreSQL ends it', async () => {
    const database = await scene.open(folder);
    const url = database.ownerUrl.replace(/\w+$/, 'postgres');
    const guards = `from pg_locks where locktype = 'advisory' and granted`;
    const [before] = await query(url, `select pid ${guards}`);
    process.kill(Number(before?.['pid']), 'SIGKILL');
    await until(() => scene.said.some((line) => line.includes('is back')));

    const [after] = await query(url, `select pid ${guards}`);
    expect(after?.['pid']).not.toBe(before?.['pid']);
    await expect(scene.open(folder)).rejects.toThrow(/Another Bridgelog server/);
  });
});

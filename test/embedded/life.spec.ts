import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { appendFile, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedError } from '../../src/platform/embedded/embedded.js';
import { asRoot, namesIn, query, runs, Scene } from './scene.js';

const scene = new Scene();
let folder: string;
beforeAll(async () => {
  folder = await scene.folder();
});
afterEach(() => scene.quiet());
afterAll(() => scene.clear());

const notes = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'server.json'), 'utf8')) as Record<string, unknown>;

describe('an embedded database', () => {
  it('is made at the first start and found again at the second', async () => {
    const first = await scene.open(folder);
    expect(first).toMatchObject({ folder, host: '127.0.0.1', database: 'bridgelog' });
    await query(first.ownerUrl, 'create table kept as select 42 as answer');
    await first.close();
    expect(await runs(folder)).toBe(false);

    const second = await scene.open(folder);
    expect(await query(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
    for (const key of ['appPassword', 'workerPassword'] as const) {
      expect(second[key]).toBe(first[key]);
      expect(second[key].length).toBeGreaterThanOrEqual(32);
    }
    expect(new Set([first.appPassword, first.workerPassword]).size).toBe(2);
    expect([first.adopted, second.adopted, scene.said]).toEqual([false, false, []]);
  });

  it('is set up to be safe, private and the same on every machine', async () => {
    const { ownerUrl } = await scene.open(folder);
    const settings = await query(
      ownerUrl,
      `select name, setting from pg_settings where name in ('data_checksums', 'fsync',
         'listen_addresses', 'max_connections', 'password_encryption', 'server_encoding',
         'unix_socket_directories', 'TimeZone')`,
    );
    expect(Object.fromEntries(settings.map((row) => [row['name'], row['setting']]))).toEqual({
      data_checksums: 'on',
      fsync: 'on',
      listen_addresses: '127.0.0.1',
      max_connections: '100',
      password_encryption: 'scram-sha-256',
      server_encoding: 'UTF8',
      unix_socket_directories: '',
      TimeZone: 'UTC',
    });
    const locales = `select distinct datlocprovider as provider, datlocale as locale from pg_database`;
    expect(await query(ownerUrl, locales)).toEqual([{ provider: 'b', locale: 'C.UTF-8' }]);
    const methods = `select distinct auth_method as method from pg_hba_file_rules`;
    expect(await query(ownerUrl, methods)).toEqual([{ method: 'scram-sha-256' }]);
    expect(
      await query(ownerUrl, `select to_tsvector('simple', '“ÉCOLE” — naïve')::text as v`),
    ).toEqual([{ v: `'naïve':2 'école':1` }]);
  });

  it('notes what runs in a file for its owner only, and what does not run no more', async () => {
    const database = await scene.open(folder);
    expect(await notes(folder)).toMatchObject({
      port: database.port,
      serverPid: process.pid,
      appPassword: database.appPassword,
    });
    expect((await stat(join(folder, 'server.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'postgres.log'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'pg'))).mode & 0o777).toBe(0o700);
    expect((await stat(folder)).mode & 0o777).toBe(asRoot ? 0o711 : 0o700);

    await Promise.all([database.close(), database.close()]);
    await database.close();
    expect(Object.keys(await notes(folder)).sort()).toEqual([
      'appPassword',
      'ownerPassword',
      'workerPassword',
    ]);
    expect(await namesIn(folder)).toEqual(['pg', 'postgres.log', 'server.json']);
  });

  it('says at once what PostgreSQL does not like, and what to do', async () => {
    await (await scene.open(folder)).close();
    const file = join(folder, 'pg', 'postgresql.auto.conf');
    await appendFile(file, 'no_such_setting = 1\n');
    await expect(scene.open(folder)).rejects.toThrow(/no_such_setting.*BRIDGELOG_DATA/s);
    await truncate(file);
  });

  it('does not replace passwords that were lost', async () => {
    await (await scene.open(folder)).close();
    await writeFile(join(folder, 'server.json'), '{"ownerPassword":');
    await expect(scene.open(folder)).rejects.toThrow(EmbeddedError);
    await expect(scene.open(folder)).rejects.toThrow(/is damaged.*Put it back from a backup/s);
    await rm(join(folder, 'server.json'));
    await expect(scene.open(folder)).rejects.toThrow(/is missing.*Put it back from a backup/s);
  });

  it('takes only paths that PostgreSQL can work in', async () => {
    await expect(scene.open('data')).rejects.toThrow(/absolute path/);
    await expect(scene.open(`${await scene.folder()}$HOME`)).rejects.toThrow(/special character/);
    const spaced = await scene.open(`${await scene.folder()}/with spaces & 'quotes'`);
    expect(await query(spaced.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

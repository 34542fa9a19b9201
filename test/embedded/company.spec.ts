import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { connectAsOwner } from '../../src/platform/embedded/owner-connection.js';
import { query, runs, Scene, starts } from './scene.js';

const scene = new Scene();
let folder: string;
beforeAll(async () => {
  folder = await scene.folder();
});
afterEach(() => scene.quiet());
afterAll(() => scene.clear());

describe('while a server lives', () => {
  it('another server is refused, with the way out', async () => {
    const living = scene.opener(folder);
    await living.opening;
    await expect(scene.open(folder)).rejects.toMatchObject({
      name: 'EmbeddedError',
      message: `Another Bridgelog server (pid ${living.process.pid}) is using ${folder}; stop it, or set BRIDGELOG_DATA to another folder`,
    });
    await living.close();
    expect((await scene.open(folder)).adopted).toBe(false);
  });

  it('a command borrows its database and leaves it running', async () => {
    const server = await scene.open(folder);
    const command = await scene.open(folder, 'command');
    expect(command.ownerUrl).toBe(server.ownerUrl);
    await command.close();
    expect(await query(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('a copy of its folder does not get at its database', async () => {
    const server = await scene.open(folder);
    const copy = await scene.folder();
    await mkdir(join(copy, 'pg'), { recursive: true });
    const { port, ownerUrl } = server;
    const { password } = new URL(ownerUrl);
    expect(await connectAsOwner(copy, port, password)).toBeUndefined();
    const original = await connectAsOwner(server.folder, port, password);
    expect(original).toBeDefined();
    await original?.end();
  });
});

describe('without a server', () => {
  it('a command starts the database and stops it again', async () => {
    const command = await scene.open(folder, 'command');
    expect(await query(command.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await command.close();
    expect(await runs(folder)).toBe(false);
  });

  it('the last of several commands stops it, whoever started it', async () => {
    const starter = await scene.open(folder, 'command');
    const borrower = await scene.open(folder, 'command');
    await starter.close();
    expect(await query(borrower.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await borrower.close();
    expect(await runs(folder)).toBe(false);
  });

  it('a server may claim what a command started, which then leaves it running', async () => {
    const command = await scene.open(folder, 'command');
    const server = await scene.open(folder);
    expect(server.ownerUrl).toBe(command.ownerUrl);
    await command.close();
    expect(await query(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.close();
    expect(await runs(folder)).toBe(false);
  });
});

describe('at the same moment', () => {
  it.each(['a new', 'an old'])('only one of three servers gets %s folder', async (age) => {
    const wanted = age === 'a new' ? await scene.folder() : folder;
    const before = await starts(wanted);
    const openers = [1, 2, 3].map(() => scene.opener(wanted));
    const openings = await Promise.all(openers.map((opener) => opener.opening));
    const refusals = openings.flatMap(({ refusal }) => refusal ?? []);
    expect(refusals).toHaveLength(2);
    for (const { message } of refusals) expect(message).toMatch(/^Another Bridgelog server \(pid/);
    expect(await starts(wanted)).toBe(before + 1);
  });

  it('three commands share one database, and the last one stops it', async () => {
    const before = await starts(folder);
    const openers = [1, 2, 3].map(() => scene.opener(folder, 'command'));
    const openings = await Promise.all(openers.map((opener) => opener.opening));
    expect(new Set(openings.map(({ database }) => database?.ownerUrl)).size).toBe(1);
    expect(await starts(folder)).toBe(before + 1);
    await Promise.all(openers.map((opener) => opener.close()));
    expect(await runs(folder)).toBe(false);
  });

  it('a server follows one that is just going down', async () => {
    const leaving = scene.opener(folder);
    await leaving.opening;
    const [, next] = await Promise.all([leaving.close(), scene.open(folder)]);
    expect(await query(next.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ensureFirstOrganization } from '../../src/organization/first-start.service.js';
import { newSecret } from '../../src/organization/secret.js';
import { TokenAuthenticator } from '../../src/organization/token.authenticator.js';
import { AppPool } from '../../src/platform/database/app-pool.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await TestDatabase.create();
  folder = await mkdtemp(join(tmpdir(), 'first-start-'));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const pools = () => ({ app: new AppPool(database.app), worker: database.worker });
const start = (ledger = database.ledger(), at = folder) =>
  ensureFirstOrganization(ledger, pools(), at);
const viewer = async (secret: string) =>
  new TokenAuthenticator(new AppPool(database.app)).authenticate(secret.trim());
const events = async () => {
  const { rows } = await database.owner.query<{ type: string; actor: string }>(
    'select type, actor from bridgelog.events order by organization, position',
  );
  return rows.map(({ type, actor }) => `${type} by ${actor}`);
};
const setUp = ['OrganizationCreated', 'MemberInvited', 'TokenCreated'].map(
  (type) => `${type} by bootstrap`,
);

describe('the first start', () => {
  it('makes an organization, an admin and a token, whose secret only its owner can read', async () => {
    const path = await start();
    expect(path).toBe(join(folder, 'admin-token'));
    expect(await events()).toEqual(setUp);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['admin-token']);
    expect(await viewer(await readFile(path, 'utf8'))).toMatchObject({
      role: 'ADMIN',
      actor: { kind: 'MEMBER', id: expect.stringMatching(/^mem_/) },
      scopes: [],
      expiresAt: null,
    });
  });

  it('is the only one: a later start does nothing, also when the file is gone', async () => {
    const path = await start();
    const secret = await readFile(path, 'utf8');
    await start();
    expect(await readFile(path, 'utf8')).toBe(secret);
    await rm(path);
    expect(await start()).toBe(path);
    expect(await readdir(folder)).toEqual([]);
    expect(await events()).toEqual(setUp);
  });

  it('of several processes at once makes one organization', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'first-start-'));
    await Promise.all([
      start(),
      start(),
      start(database.ledger(), elsewhere),
      start(database.ledger(), elsewhere),
    ]);
    expect(await events()).toEqual(setUp);
    const written = [...(await readdir(folder)), ...(await readdir(elsewhere))];
    expect(written).toEqual(['admin-token']);
    await rm(elsewhere, { recursive: true });
  });

  it('that died after the file was written is completed with the same secret', async () => {
    const dead = database.ledger();
    await dead.stop();
    await expect(start(dead)).rejects.toThrow(/Too much is waiting/);
    const secret = await readFile(join(folder, 'admin-token'), 'utf8');
    expect([await viewer(secret), await events()]).toEqual([null, []]);
    await start();
    expect(await readFile(join(folder, 'admin-token'), 'utf8')).toBe(secret);
    expect(await viewer(secret)).toMatchObject({ role: 'ADMIN' });
    expect(await events()).toEqual(setUp);
  });

  it('that died is not in the way of the next, which makes one organization', async () => {
    await writeFile(join(folder, 'admin-token.0badcafe'), 'blg_half', { mode: 0o600 });
    await start();
    expect(await viewer(await readFile(join(folder, 'admin-token'), 'utf8'))).not.toBeNull();
  });

  it('does not take just any text for a secret', async () => {
    const path = join(folder, 'admin-token');
    await writeFile(path, 'to be done\n');
    await start();
    const secret = await readFile(path, 'utf8');
    expect(secret).toMatch(/^blg_[A-Za-z0-9_-]{43}\n$/);
    expect(await viewer(secret)).not.toBeNull();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('lets only its owner read a secret that it found, too', async () => {
    const path = join(folder, 'admin-token');
    await writeFile(path, `${newSecret()}\n`);
    await chmod(path, 0o644);
    await start();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});

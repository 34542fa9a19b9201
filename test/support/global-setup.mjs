import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { prepareDatabase } from '../../dist/src/platform/database/prepare.js';
import { openEmbedded } from '../../dist/src/platform/embedded/embedded.js';
import { shareServer, urlOf } from './server.ts';

const login = (kind, run) => ({
  user: `bridgelog_test_${kind}_${run}`,
  password: randomBytes(16).toString('hex'),
});

/** The server to test on: the one given by URL, else an embedded one in a temporary folder. */
const openServer = async () => {
  const given = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;
  if (given !== undefined) return { adminUrl: given, close: () => Promise.resolve() };
  const folder = await mkdtemp(join(tmpdir(), 'bridgelog-test-'));
  const open = () => openEmbedded({ folder, purpose: 'serve', say: () => undefined });
  const first = await open();
  // Tests side by side, some with several servers, need more connections than one installation.
  await asAdmin(first.ownerUrl, 'alter system set max_connections = 300');
  await first.close();
  const database = await open();
  const close = async () => {
    await database.close();
    await rm(database.folder, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  };
  return { adminUrl: database.ownerUrl, close };
};

const asAdmin = async (adminUrl, ...statements) => {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
};

export default async function setUp() {
  const run = randomBytes(4).toString('hex');
  const { adminUrl, close } = await openServer();
  const template = `bridgelog_test_${run}`;
  const server = { adminUrl, template, app: login('app', run), worker: login('worker', run) };
  await asAdmin(adminUrl, `create database ${template}`);
  const { app, worker } = server;
  const ownerUrl = urlOf(server, template);
  await prepareDatabase({ ownerUrl, app, worker, testClock: '2026-03-01T12:00:00.000000Z' });
  shareServer(server);
  globalThis.tearDownTestServer = async () => {
    await asAdmin(
      adminUrl,
      `drop database ${template} with (force)`,
      `drop role ${app.user}`,
      `drop role ${worker.user}`,
    );
    await close();
  };
}

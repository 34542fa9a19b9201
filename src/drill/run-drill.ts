import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listLedgers, verifyLedger } from '../ledger/ledger-scan.js';
import { Closers } from '../platform/closers.js';
import type { Config } from '../platform/config.js';
import { openPool } from '../platform/database/pool.js';
import { makeLogger } from '../platform/logging.js';
import { startServer, type RunningServer } from '../server.js';
import { ApiClient } from './api-client.js';
import { DrillClock } from './drill-clock.js';
import { finalState, timelineOf } from './final-state.js';
import { DrillFailed, Play } from './play.js';
import { temporaryDatabase } from './temporary-database.js';
import type { Script } from './script.js';
import { castOf } from './stage.js';
import { Watcher, type SeenEvent } from './watcher.js';

export type DrillOptions = {
  readonly script: Script;
  readonly config: Config;
  /** Times real time; undefined: as fast as it goes. */
  readonly speed: number | undefined;
  readonly say: (line: string) => void;
};

/**
 * Plays an incident against a server of its own, as clients of its API, and checks what they
 * saw. Throws `DrillFailed` with the first thing that was not as it should be.
 */
export const runDrill = async (options: DrillOptions): Promise<void> => {
  const opened = new Closers();
  try {
    const folder = await mkdtemp(join(tmpdir(), 'bridgelog-drill-'));
    opened.add(() => rm(folder, { recursive: true, force: true }));
    const server = await openStage(options, folder, opened);
    await play(options, server, opened);
  } finally {
    await opened.closeAll();
  }
};

const openStage = async (
  { config, script, say }: DrillOptions,
  folder: string,
  opened: Closers,
): Promise<RunningServer> => {
  const own = { ...config, port: 0, host: '127.0.0.1', dataFolder: folder };
  const database = await temporaryDatabase(own);
  opened.add(() => database.drop());
  const logger = makeLogger('error');
  const testClock = script.begins;
  const server = await startServer({ config: database.config, testClock, logger, say });
  opened.add(async () => {
    await server.close();
    if (server.database.folder !== folder) await rm(server.database.folder, { recursive: true });
  });
  return server;
};

const play = async (
  { script, speed, say }: DrillOptions,
  server: RunningServer,
  opened: Closers,
): Promise<void> => {
  const adminToken = await readFile(server.adminTokenFile, 'utf8');
  const ownerUrl = server.database.ownerUrl ?? '';
  const clock = await DrillClock.start(ownerUrl, script.begins, {
    speed,
    settle: () => server.settle(),
  });
  opened.add(() => clock.stop());
  const cast = await castOf(server.url, adminToken.trim(), script);
  const { title, source } = script;
  say(`${title}\n${source === undefined ? 'Made up for practice' : `Retold from ${source}`}\n`);
  const line = ({ occurredAt, sentence }: SeenEvent) =>
    say(`${occurredAt.slice(11, 16)}  ${sentence}`);
  const watcher = new Watcher(server.url, cast.viewerToken, line);
  opened.add(() => watcher.close());
  await watcher.connect();
  const reader = new ApiClient(server.url, cast.viewerToken);
  const drama = new Play(script, cast, reader, say);
  let isCut = false;
  for (const step of script.steps) {
    await clock.reach(step.at);
    if (!isCut && step.at >= script.cut.from && step.at < script.cut.to) {
      say('       (the subscriber is cut off)');
      watcher.cut();
      isCut = true;
    } else if (isCut && step.at >= script.cut.to) {
      say('       (the subscriber is back, and resumes)');
      await watcher.connect();
      isCut = false;
    }
    await drama.step(step);
    if (!isCut) await watcher.reach(drama.position);
  }
  await conclude({ server, watcher, drama, api: reader, say });
};

type Ending = {
  readonly server: RunningServer;
  readonly watcher: Watcher;
  readonly drama: Play;
  readonly api: ApiClient;
  readonly say: (line: string) => void;
};

const conclude = async ({ server, watcher, drama, api, say }: Ending): Promise<void> => {
  say(`\n${await finalState(api, drama.incident)}\n`);
  const recorded = await timelineOf(api, drama.incident);
  const ofIncident = new Set(recorded);
  const seen = watcher.seen.map(({ id }) => id).filter((id) => ofIncident.has(id));
  if (watcher.faults.length > 0) throw new DrillFailed(watcher.faults.join('; '));
  if (seen.join() !== recorded.join()) {
    throw new DrillFailed(`the subscriber saw ${seen.length} of ${recorded.length} events`);
  }
  say(`The subscriber saw all ${recorded.length} events, in order, each once.`);
  await verify(server, say);
};

const verify = async ({ database }: RunningServer, say: (line: string) => void): Promise<void> => {
  const pool = openPool({
    url: database.workerUrl,
    max: 1,
    name: 'bridgelog drill',
    onIdleError: () => undefined,
  });
  try {
    for (const ledger of await listLedgers(pool)) {
      const { broken, entries } = await verifyLedger(pool, ledger);
      if (broken) throw new DrillFailed(`position ${broken.position}: ${broken.why}`);
      say(`Verified: ${entries} events, every hash as it was written.`);
    }
  } finally {
    await pool.end();
  }
};

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { ApiClient } from '../src/drill/api-client.js';
import { Closers } from '../src/platform/closers.js';
import { readConfig } from '../src/platform/config.js';
import { makeLogger } from '../src/platform/logging.js';
import { packageRoot } from '../src/platform/package-root.js';
import { startServer } from '../src/server.js';
import { fill, Incidents } from './growth/incidents.js';
import { inWords, type Figures } from './growth/figures.js';
import { load, thisMachine } from './machine.js';
import { median, percentile } from './statistics.js';

const about = `
Starts a server of its own with an embedded PostgreSQL in a temporary folder. One incident gets
many events, fifty get ten each; then commands and queries on the one and on the others take
turns, over HTTP, one at a time. A whole run is kept in bench/results/growth.json.`;

const { events, samples, quick } = new Command('bench:growth')
  .description('Measure whether an incident with many events answers as fast as one with few')
  .option('--events <n>', 'events of the large incident', Number, 10_000)
  .option('--samples <n>', 'commands and queries of each kind', Number, 600)
  .option('--quick', 'only to see that it runs: the results are not kept')
  .addHelpText('after', about)
  .parse()
  .opts<{ events: number; samples: number; quick?: true }>();

/** Milliseconds of each call of two kinds that take turns; which goes first changes each time. */
const inTurns = async (
  one: (nth: number) => Promise<unknown>,
  other: (nth: number) => Promise<unknown>,
): Promise<[number[], number[]]> => {
  const times: [number[], number[]] = [[], []];
  const timed = async (which: 0 | 1, nth: number) => {
    const start = performance.now();
    await (which === 0 ? one : other)(nth);
    times[which].push(performance.now() - start);
  };
  for (let nth = 0; nth < samples; nth += 1) {
    const first = nth % 2 === 0 ? 0 : 1;
    await timed(first, nth);
    await timed(first === 0 ? 1 : 0, nth);
  }
  return times;
};

const figuresOf = (what: string, [few, many]: [number[], number[]]): Figures => ({
  what,
  fewMs: median(few),
  manyMs: median(many),
  fewP95Ms: percentile(few, 0.95),
  manyP95Ms: percentile(many, 0.95),
});

const measure = async (api: ApiClient): Promise<Figures[]> => {
  const incidents = await Incidents.declare(api, 50);
  await fill(api, incidents.large, events);
  for (const small of incidents.small) await fill(api, small, 10);
  const readFew = (nth: number) => incidents.read(incidents.smallAt(nth));
  const readMany = () => incidents.read(incidents.large);
  const noteFew = (nth: number) => incidents.note(incidents.smallAt(nth));
  const noteMany = () => incidents.note(incidents.large);
  await inTurns(readFew, readMany);
  return [
    figuresOf('incident(id), its state in full', await inTurns(readFew, readMany)),
    figuresOf('addNote', await inTurns(noteFew, noteMany)),
  ];
};

const opened = new Closers();
try {
  const before = load();
  const folder = await mkdtemp(join(tmpdir(), 'bridgelog-bench-'));
  opened.add(() => rm(folder, { recursive: true, force: true }));
  const config = { ...readConfig({}), port: 0, host: '127.0.0.1', dataFolder: folder };
  const say = () => undefined;
  const server = await startServer({ config, logger: makeLogger('error'), say });
  opened.add(async () => {
    await server.close();
    if (server.database.folder !== folder) await rm(server.database.folder, { recursive: true });
  });
  const token = (await readFile(server.adminTokenFile, 'utf8')).trim();
  const figures = await measure(new ApiClient(server.url, token));
  const results = {
    date: new Date().toISOString(),
    node: process.versions.node,
    machine: thisMachine(),
    load: { before, after: load() },
    events,
    samples,
    figures,
  };
  console.log(inWords(results));
  if (!quick) {
    const file = join(packageRoot, 'bench', 'results', 'growth.json');
    await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
  }
} finally {
  await opened.closeAll();
}

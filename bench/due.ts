import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import pg from 'pg';
import { Closers } from '../src/platform/closers.js';
import { openPool } from '../src/platform/database/pool.js';
import { prepareDatabase } from '../src/platform/database/prepare.js';
import { packageRoot } from '../src/platform/package-root.js';
import { claimTimes, fillQueue } from './due/queue.js';
import { load, thisMachine } from './machine.js';
import { loginFor, Postgres } from './postgres.js';
import { median, percentile } from './statistics.js';

const batch = 1_000;
const about = `
Starts a PostgreSQL of its own in a temporary folder, or makes databases on that of
DATABASE_OWNER_URL. Claims ${batch} due times at a time, one claim after the other, each in a
transaction of its own that is durable. A whole run is kept in bench/results/due.json.`;

const { size, rounds, quick } = new Command('bench:due')
  .description('Measure how long a claim takes among many due times')
  .option('--size <n>', 'due times in the table', Number, 1_000_000)
  .option('--rounds <n>', 'claims of each kind', Number, 60)
  .option('--quick', 'only to see that it runs: the results are not kept')
  .addHelpText('after', about)
  .parse()
  .opts<{ size: number; rounds: number; quick?: true }>();

const raise = (error: Error): void => {
  throw error;
};
const opened = new Closers();
try {
  const before = load();
  const postgres = await Postgres.open();
  opened.add(() => postgres.close());
  const ownerUrl = await postgres.database('due');
  const [app, worker] = [loginFor(ownerUrl, 'app'), loginFor(ownerUrl, 'worker')];
  await prepareDatabase({ ownerUrl, app, worker });
  const claimer = openPool({ url: worker.url, max: 1, name: 'bench', onIdleError: raise });
  opened.add(() => claimer.end());
  const owner = new pg.Client({ connectionString: ownerUrl });
  opened.add(() => owner.end());
  await owner.connect();
  const figures: object[] = [];
  for (const held of [0, size / 10]) {
    await fillQueue(owner, size, held);
    const times = await claimTimes(claimer, { rounds, batch });
    const [leastMs, p95Ms] = [percentile(times, 0), percentile(times, 0.95)];
    figures.push({ held, leastMs, medianMs: median(times), p95Ms });
  }
  const results = {
    date: new Date().toISOString(),
    node: process.versions.node,
    postgres: await postgres.version(),
    settings: await postgres.settings(),
    machine: thisMachine(),
    load: { before, after: load() },
    ...{ size, batch, rounds, figures },
  };
  console.log(JSON.stringify(results, null, 2));
  if (!quick) {
    const file = join(packageRoot, 'bench', 'results', 'due.json');
    await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
  }
} finally {
  await opened.closeAll();
}

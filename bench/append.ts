import { payloadSize } from './append/content.js';
import { keep } from './append/keep.js';
import { readOptions, type Options } from './append/options.js';
import { cells } from './append/plan.js';
import { figuresOf, goalsOf, type Results } from './append/results.js';
import { runAll } from './append/run.js';
import { inWords } from './append/table.js';
import { load, thisMachine, versionOf } from './machine.js';
import { Postgres } from './postgres.js';

const measureAppend = async (options: Options, interrupt: AbortSignal): Promise<Results> => {
  const before = load();
  const postgres = await Postgres.open();
  try {
    const versions = {
      node: process.versions.node,
      postgresql: await postgres.version(),
      pg: versionOf('pg'),
    };
    const settings = await postgres.settings();
    const figures = figuresOf(await runAll(postgres, options, interrupt));
    return {
      date: new Date().toISOString(),
      versions,
      machine: thisMachine(),
      postgresql: { embedded: postgres.embedded, settings },
      load: { before, after: load() },
      rounds: options.rounds,
      secondsPerCell: options.seconds,
      payloadSize,
      stateSizes: [...new Set(cells.map(({ stateSize }) => stateSize))].filter((size) => size > 0),
      figures,
      goals: goalsOf(figures),
    };
  } finally {
    await postgres.close();
  }
};

const options = readOptions(process.argv);
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stop.abort(new Error('The benchmark was interrupted.')));
}
try {
  const results = await measureAppend(options, stop.signal);
  console.log(options.json ? JSON.stringify(results) : inWords(results));
  if (!options.quick) await keep(results);
  if (results.figures.some(({ fault }) => fault !== undefined)) process.exitCode = 1;
} catch (error) {
  console.error(stop.signal.aborted ? (error as Error).message : error);
  process.exitCode = 1;
}

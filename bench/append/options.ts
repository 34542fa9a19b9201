import { Command, InvalidArgumentError } from 'commander';

export type Options = {
  readonly rounds: number;
  readonly seconds: number;
  readonly json: boolean;
  /** Only to see that it runs: the results are not kept. */
  readonly quick: boolean;
};

const positive = (text: string): number => {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('it is a number above 0');
};

const count = (text: string): number => {
  const value = positive(text);
  if (Number.isInteger(value)) return value;
  throw new InvalidArgumentError('it is a whole number above 0');
};

const about = `
Starts a PostgreSQL of its own in a temporary folder, or makes databases on the one of
DATABASE_OWNER_URL (a login that may create databases and roles) and drops them again.
A whole run is kept in bench/results/append.json, and its table in docs/benchmarks.md.`;

/** Reads the command line; ends the process after --help or a mistake. */
export const readOptions = (argv: readonly string[]): Options => {
  const { rounds, seconds, json, quick } = new Command('bench:append')
    .description('Measure how fast Bridgelog appends events, beside other ways to store them')
    .option('--rounds <n>', 'how often every cell is measured (3)', count)
    .option('--seconds <n>', 'how long callers append in a cell (2)', positive)
    .option('--quick', 'one round of 0.2 s a cell, unless said otherwise; no results are kept')
    .option('--json', 'only JSON on stdout')
    .addHelpText('after', about)
    .parse([...argv])
    .opts<{ rounds?: number; seconds?: number; json?: true; quick?: true }>();
  return {
    rounds: rounds ?? (quick ? 1 : 3),
    seconds: seconds ?? (quick ? 0.2 : 2),
    json: json === true,
    quick: quick === true,
  };
};

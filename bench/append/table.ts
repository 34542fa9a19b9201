import type { Figure, Goal, Results } from './results.js';
import type { Cell } from './store.js';
import { stores } from './stores.js';

const heads = ['what', 'state', 'store', 'events/s', 'min to max', 'p50 ms', 'p99 ms', 'ratio'];

const aligned = ['left', 'right', 'left', 'right', 'right', 'right', 'right', 'right'];

/** The figures as a Markdown table that is fit to be read as it is. */
const table = (figures: readonly Figure[]): string => {
  const rows = [heads, ...figures.map(row)];
  const widths = heads.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const pad = (text: string, column: number) =>
    aligned[column] === 'left'
      ? text.padEnd(widths[column] ?? 0)
      : text.padStart(widths[column] ?? 0);
  const rule = widths.map((width, column) =>
    aligned[column] === 'left' ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  const [head = [], ...body] = rows.map((row) => row.map(pad));
  return [head, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};

const row = (figure: Figure): string[] => {
  const { eventsPerSecond: rate, milliseconds: took, toHandWritten: ratio } = figure;
  const place = [workload(figure), stateSize(figure), stores[figure.store].title];
  if (!rate || !took) return [...place, 'none', figure.fault ?? '', '', '', ''];
  return [
    ...place,
    whole(rate.median),
    `${whole(rate.min)} to ${whole(rate.max)}`,
    took.p50.toFixed(2),
    took.p99.toFixed(2),
    ratio === undefined ? '' : ratio.toFixed(2),
  ];
};

const workload = ({ workload, callers }: Cell): string => {
  switch (workload) {
    case 'streams':
      return callers === 1 ? '1 caller' : `${whole(callers)} callers`;
    case 'organizations':
      return `${callers} organizations, a caller each`;
    case 'incident':
      return `one incident, ${callers} callers`;
    case 'limit':
      return 'payload alone, 1,000 at a time';
  }
};

const stateSize = ({ stateSize }: Cell): string =>
  stateSize === 0 ? '' : stateSize < 1_000 ? `${stateSize} B` : `${stateSize / 1_000} kB`;

const whole = (value: number): string => value.toLocaleString('en-US');

/** What the figures were taken on. */
const conditions = (results: Results): string[] => {
  const { versions, machine, postgresql, load } = results;
  const settings = Object.entries(postgresql.settings).map(([name, value]) => `${name} ${value}`);
  return [
    `${results.date.slice(0, 10)}: Node ${versions.node}, pg ${versions.pg}, PostgreSQL ${versions.postgresql}`,
    `PostgreSQL ${postgresql.embedded ? 'embedded' : 'given'}: ${settings.join(', ')}`,
    `${machine.cores} cores of ${machine.cpu}, ${machine.memoryGiB} GiB; load ${load.before[0]} before, ${load.after[0]} after`,
    `${results.rounds} x ${results.secondsPerCell} s in each cell, payload ${results.payloadSize} B; ratio: by hand-written`,
  ];
};

const goalLine = ({ goal, wanted, found, met }: Goal): string =>
  `${met ? 'met' : '**not met**'}: ${goal}: ${found ?? 'no figure'} (wanted ${wanted})`;

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** A run as Markdown. */
export const inWords = (results: Results): string =>
  [list(conditions(results)), table(results.figures), list(results.goals.map(goalLine))].join(
    '\n\n',
  );

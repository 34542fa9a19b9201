import { createRequire } from 'node:module';
import { cpus, loadavg, totalmem } from 'node:os';

/** What the figures of a run depend on, beside the code. */
export type Machine = { readonly cpu: string; readonly cores: number; readonly memoryGiB: number };

export const thisMachine = (): Machine => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
});

/** Processes that ran or waited to run: the means of the last 1, 5 and 15 minutes. */
export const load = (): number[] => loadavg().map((mean) => Math.round(mean * 100) / 100);

/** The version of an installed package. */
export const versionOf = (name: string): string => {
  const { version } = createRequire(import.meta.url)(`${name}/package.json`) as { version: string };
  return version;
};

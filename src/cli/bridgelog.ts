import { Command, CommanderError } from 'commander';
import { ConfigError } from '../platform/config.js';
import { EmbeddedError } from '../platform/embedded/embedded.js';
import { refuseOldNode } from '../platform/node-version.js';
import { CommandFailed } from './command-failed.js';
import { drillCommand } from './drill.js';
import { exportCommand } from './export.js';
import { migrateCommand } from './migrate.js';
import { playbookCommand } from './playbook.js';
import { schemaCommand } from './schema.js';
import { serveCommand } from './serve.js';
import { tokenCommand } from './token.js';
import { openToolbox } from './toolbox.js';
import { verifyCommand } from './verify.js';

const exitCodes = { done: 0, failed: 1, misused: 2 } as const;

/** Runs the command line. The exit code: 0 done, 1 it failed or found a fault, 2 it was misused. */
export const runBridgelog = async (argv: readonly string[]): Promise<number> => {
  const program = new Command('bridgelog')
    .description("The incident commander's log, as a backend")
    .exitOverride()
    .showHelpAfterError('(--help says how)');
  for (const command of [
    serveCommand(),
    drillCommand(),
    verifyCommand(),
    exportCommand(),
    tokenCommand(openToolbox),
    migrateCommand(),
    playbookCommand(),
    schemaCommand(),
  ]) {
    program.addCommand(command.copyInheritedSettings(program));
  }
  try {
    refuseOldNode();
    await program.parseAsync([...argv]);
    return process.exitCode === undefined ? exitCodes.done : Number(process.exitCode);
  } catch (error) {
    return failed(error);
  }
};

const failed = (error: unknown): number => {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.done : exitCodes.misused;
  const isExpected = [CommandFailed, ConfigError, EmbeddedError].some(
    (kind) => error instanceof kind,
  );
  console.error(isExpected ? (error as Error).message : error);
  return error instanceof ConfigError ? exitCodes.misused : exitCodes.failed;
};

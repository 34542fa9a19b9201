import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { Command } from 'commander';
import { endLine, entryLine, headerLine } from '../ledger/export-format.js';
import { listLedgers, scanLedger, type LedgerOutline } from '../ledger/ledger-scan.js';
import { organizationId, organizationUuid } from '../platform/ids.js';
import { CommandFailed } from './command-failed.js';
import { Progress } from './progress.js';
import { openToolbox, type Toolbox } from './toolbox.js';

export const exportCommand = (): Command =>
  new Command('export')
    .description('Write the events of a ledger as lines of JSON, which `verify` checks offline')
    .argument('[file]', 'where to; stdout unless given')
    .option('--organization <org_...>', 'whose ledger; needed if there are several')
    .action(async (file: string | undefined, { organization }: { organization?: string }) => {
      const toolbox = await openToolbox();
      try {
        const ledger = await choose(toolbox, organization);
        await write(toolbox, ledger, file === undefined ? process.stdout : createWriteStream(file));
      } finally {
        await toolbox.close();
      }
    });

const choose = async (toolbox: Toolbox, organization?: string): Promise<LedgerOutline> => {
  const only = organization === undefined ? undefined : organizationUuid(organization);
  const [ledger, ...others] = await listLedgers(toolbox.workerPool, only);
  if (!ledger) throw new CommandFailed('There is no ledger to export.');
  if (others.length === 0) return ledger;
  const ids = [ledger, ...others].map((each) => organizationId(each.organization));
  throw new CommandFailed(`Name one of these by --organization: ${ids.join(', ')}`);
};

const write = async (toolbox: Toolbox, ledger: LedgerOutline, to: Writable): Promise<void> => {
  const { organization, genesisEpoch, position, hash } = ledger;
  const progress = new Progress('export', position);
  const line = async (text: string): Promise<void> => {
    if (!to.write(`${text}\n`)) await once(to, 'drain');
  };
  await line(headerLine({ organization, genesisEpoch }));
  let done = 0;
  for await (const entry of scanLedger(toolbox.workerPool, organization, position)) {
    await line(entryLine(entry));
    progress.at((done += 1));
  }
  await line(endLine({ position, hash }));
  progress.end();
  if (to === process.stdout) return;
  to.end();
  await once(to, 'finish');
};

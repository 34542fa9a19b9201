import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import type { Verdict } from '../ledger/chain.js';
import { listLedgers, verifyLedger } from '../ledger/ledger-scan.js';
import { NotAnExport, verifyExport } from '../ledger/verify-export.js';
import { organizationId, organizationUuid } from '../platform/ids.js';
import { CommandFailed } from './command-failed.js';
import { Progress } from './progress.js';
import { openToolbox } from './toolbox.js';

type Options = { organization?: string; json?: true };

export const verifyCommand = (): Command =>
  new Command('verify')
    .description(
      'Recompute every hash of the ledgers, or of an export; names the first broken event',
    )
    .argument('[export]', 'a file made by `bridgelog export`; then no database is needed')
    .option('--organization <org_...>', 'only the ledger of this organization')
    .option('--json', 'one JSON document on stdout')
    .action(async (file: string | undefined, options: Options) => {
      const verdicts = file === undefined ? await ledgers(options) : [await exported(file)];
      console.log(options.json ? JSON.stringify(verdicts) : verdicts.map(inWords).join('\n'));
      if (verdicts.some(({ broken }) => broken)) throw new CommandFailed('The log was changed.');
    });

const ledgers = async ({ organization }: Options): Promise<Verdict[]> => {
  const toolbox = await openToolbox();
  try {
    const only = organization === undefined ? undefined : organizationUuid(organization);
    const found = await listLedgers(toolbox.workerPool, only);
    if (found.length === 0) throw new CommandFailed('There is no ledger to verify.');
    const verdicts: Verdict[] = [];
    for (const ledger of found) {
      const progress = new Progress(organizationId(ledger.organization), ledger.position);
      verdicts.push(await verifyLedger(toolbox.workerPool, ledger, (n) => progress.at(n)));
      progress.end();
    }
    return verdicts;
  } finally {
    await toolbox.close();
  }
};

const exported = async (file: string): Promise<Verdict> => {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  return verifyExport(lines).catch((error: unknown) => {
    if (error instanceof NotAnExport) throw new CommandFailed(`${file}: ${error.message}`);
    throw error;
  });
};

const inWords = ({ organization, entries, leftOut, redacted, broken }: Verdict): string => {
  const id = organizationId(organization);
  if (broken) {
    const event = broken.event === null ? '' : ` (${broken.event})`;
    return `${id}: BROKEN at position ${broken.position}${event}: ${broken.why}`;
  }
  return `${id}: ${entries} events verified, ${leftOut} left out, ${redacted} redacted`;
};

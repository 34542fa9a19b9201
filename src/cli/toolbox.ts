import { openLedger, type OpenLedger } from '../ledger/open-ledger.js';
import { OrganizationService } from '../organization/organization.service.js';
import { Closers } from '../platform/closers.js';
import { readConfig } from '../platform/config.js';
import { openDatabase } from '../platform/database/open.js';
import { makeLogger } from '../platform/logging.js';

/** What a command works with: the database that runs, or that is started for its duration. */
export type Toolbox = {
  readonly ledger: OpenLedger['ledger'];
  readonly workerPool: OpenLedger['pools']['worker'];
  readonly service: OrganizationService;
  close(): Promise<void>;
};

/** Opens the ledger beside a server that may be running. What people should know goes to stderr. */
export const openToolbox = async (): Promise<Toolbox> => {
  const config = readConfig(process.env);
  const opened = new Closers();
  try {
    const say = (line: string) => console.error(line);
    const database = await openDatabase({ config, purpose: 'command', say });
    opened.add(() => database.close());
    const open = await openLedger(database, config, makeLogger('error'));
    opened.add(() => open.close());
    return {
      ledger: open.ledger,
      workerPool: open.pools.worker,
      service: new OrganizationService(open.ledger, open.pools.app),
      close: () => opened.closeAll(),
    };
  } catch (error) {
    await opened.closeAll();
    throw error;
  }
};

import { Command } from 'commander';
import { readConfig } from '../platform/config.js';
import { makeLogger } from '../platform/logging.js';
import { startServer, type RunningServer } from '../server.js';

export const serveCommand = (): Command =>
  new Command('serve')
    .description('Start the server: on DATABASE_URL, or on a PostgreSQL of its own')
    .option('--single-role', 'accept one privileged login for everything (weaker protection)')
    .addHelpText('after', environment)
    .action(async ({ singleRole }: { singleRole?: true }) => {
      const given = readConfig(process.env);
      const config = singleRole ? { ...given, singleRole } : given;
      const logger = makeLogger(config.logLevel);
      const say = (line: string) => console.log(line);
      const server = await startServer({ config, logger, say });
      say(welcome(server));
      await stopSignal();
      say('Stopping: clients are told to connect again.');
      await server.close();
    });

const environment = `
Environment:
  BRIDGELOG_HOST, BRIDGELOG_PORT  where to listen (127.0.0.1, 4000)
  BRIDGELOG_DATA                  folder of the embedded database and private files (data)
  BRIDGELOG_MASTER_KEY            base64 of 32 bytes that wrap the keys of personal data
  BRIDGELOG_ALLOWED_ORIGINS       web origins that may open sockets, besides the server's own
  BRIDGELOG_LOG_LEVEL             fatal, error, warn, info, debug, trace or silent (info)
  DATABASE_URL                    PostgreSQL 15 or newer, as a login of requests
  DATABASE_OWNER_URL              the same database, as a login that may migrate it
  DATABASE_WORKER_URL             as a login of workers (bridgelog_worker, same password)
  BRIDGELOG_SINGLE_ROLE           on: as --single-role, for every command (off)`;

const welcome = ({ url, adminTokenFile }: RunningServer): string =>
  `Bridgelog is ready.

  API    ${url}/graphql
  token  ${adminTokenFile}

Try it:

  curl -s ${url}/graphql -H 'content-type: application/json' \\
    -H "authorization: Bearer $(cat ${adminTokenFile})" \\
    -d '{"query":"{ viewer { role organization { name } } }"}'
`;

/** Resolves when the process is asked to stop; a second time ends it at once. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
    }
  });

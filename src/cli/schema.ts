import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Command } from 'commander';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { AppModule } from '../app.module.js';
import { Ledger } from '../ledger/ledger.js';
import { AppPool } from '../platform/database/app-pool.js';
import { openPool } from '../platform/database/pool.js';
import { packageRoot } from '../platform/package-root.js';
import { CommandFailed } from './command-failed.js';

const header = '# Made from the code by `npm run schema`. Do not edit.\n\n';

export const schemaCommand = (): Command =>
  new Command('schema')
    .description('Write the GraphQL schema to schema.gql')
    .option('--check', 'write nothing; fail if schema.gql is not what the code says')
    .action(async ({ check }: { check?: true }) => {
      const path = join(packageRoot, 'schema.gql');
      const text = await schemaText();
      if (!check) await writeFile(path, text);
      else if ((await readFile(path, 'utf8')) !== text) {
        throw new CommandFailed('schema.gql is not what the code says: npm run schema');
      }
    });

/** The schema of the whole server. It takes no database: nothing connects before it is asked. */
const schemaText = async (): Promise<string> => {
  const pool = openPool({
    url: 'postgresql://nobody@127.0.0.1/none',
    max: 1,
    name: '',
    onIdleError: () => undefined,
  });
  const ledger = new Ledger({
    app: pool,
    append: pool,
    worker: pool,
    masterKey: Buffer.alloc(32),
    alarm: () => undefined,
  });
  const standing = { protection: 'full', clock: 'real' } as const;
  const app = await NestFactory.create(
    AppModule.with({ app: new AppPool(pool), reads: pool, ledger, standing }),
    new FastifyAdapter(),
    { logger: false, abortOnError: false },
  );
  await app.init();
  const text = header + printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema));
  await app.close();
  await pool.end();
  return `${text}\n`;
};

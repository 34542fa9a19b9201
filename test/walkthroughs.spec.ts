import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { TestDatabase } from './support/database.js';
import { stepsOf, Walkthrough } from './support/walkthrough.js';

const docs = join(import.meta.dirname, '../docs');
const read = (...path: string[]): string => readFileSync(join(docs, ...path), 'utf8');
const pages = [
  'playbook.md',
  'write-your-own-playbook.md',
  ...readdirSync(join(docs, 'commands')).map((name) => `commands/${name}`),
].map((name) => ({ name, steps: stepsOf(read(name)) }));

/** The names of the fields that an operation asks for first. */
const rootFieldsOf = (source: string): string[] =>
  parse(source)
    .definitions.flatMap((one) => ('selectionSet' in one ? one.selectionSet.selections : []))
    .flatMap((one) => ('name' in one ? [one.name.value] : []));

let database: TestDatabase;
beforeAll(async () => {
  database = await TestDatabase.create();
});
afterAll(() => database.drop());

describe('the pages that are run', () => {
  it('have an example of every mutation', () => {
    const schema = buildSchema(read('..', 'schema.gql'));
    const shown = pages.flatMap(({ steps }) => steps.flatMap(({ source }) => rootFieldsOf(source)));
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(mutations.filter((name) => !shown.includes(name))).toEqual([]);
  });

  it.each(pages)('$name runs from top to bottom', async ({ steps }) => {
    const walkthrough = await Walkthrough.begin(database);
    try {
      expect(steps.length).toBeGreaterThan(0);
      for (const step of steps) {
        await walkthrough.run(step).catch((error: unknown) => {
          throw new Error(`at line ${step.line}`, { cause: error });
        });
      }
    } finally {
      await walkthrough.end();
    }
  });
});

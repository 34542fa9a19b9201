import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from './support/database.js';
import { stepsOf, Walkthrough } from './support/walkthrough.js';

const folder = join(import.meta.dirname, '../docs/commands');
const pages = readdirSync(folder).map((name) => ({
  name,
  steps: stepsOf(readFileSync(join(folder, name), 'utf8')),
}));

let database: TestDatabase;
beforeAll(async () => {
  database = await TestDatabase.create();
});
afterAll(() => database.drop());

describe('the pages of commands', () => {
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

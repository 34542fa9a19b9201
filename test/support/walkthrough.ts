import { expect } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { plusSeconds } from '../../src/kernel/instant.js';
import type { Person } from './app.js';
import { declare, TestApp } from './app.js';
import type { TestDatabase } from './database.js';

/** An operation of a page of the documentation, and what the page says of running it. */
export type Step = {
  readonly source: string;
  readonly line: number;
  /** Who runs it. */
  readonly by: string;
  /** By the name of a variable: where its value stands in the answer. */
  readonly keep: Readonly<Record<string, string>>;
  /** The code of the refusal that it is to meet. */
  readonly refused: string | undefined;
  /** Minutes that pass before it. */
  readonly minutes: number;
};

type Answer = { readonly refusals?: readonly { readonly code: string }[] } | null;

const fence = /^```graphql([^\n]*)\n(.*?)\n```$/gms;

/**
 * The operations of a page, in order. The words after the language of a block say how it is run:
 * `by=grace` (else by ada), `keep=action:action.id` (for the variable `$action` of later blocks,
 * from the answer to the first field), `refused=ACTION_CONFLICT`, `after=16m`.
 */
export const stepsOf = (markdown: string): readonly Step[] =>
  [...markdown.matchAll(fence)].map(({ 1: info = '', 2: source = '', index }) => {
    const said = new Map(
      info
        .trim()
        .split(/\s+/)
        .filter(Boolean)
        .map((word) => word.split('=') as [string, string]),
    );
    const kept = said.get('keep')?.split(',') ?? [];
    return {
      source,
      line: markdown.slice(0, index).split('\n').length,
      by: said.get('by') ?? 'ada',
      keep: Object.fromEntries(kept.map((one) => one.split(':') as [string, string])),
      refused: said.get('refused'),
      minutes: Number(said.get('after')?.replace('m', '') ?? 0.5),
    };
  });

/** A page that is run from top to bottom in an organization of its own. */
export class Walkthrough {
  private now = '2026-03-01T12:00:00.000000Z';

  private constructor(
    private readonly database: TestDatabase,
    private readonly app: TestApp,
    private readonly people: Readonly<Record<string, Pick<Person, 'api'>>>,
    private readonly kept: Map<string, unknown>,
  ) {}

  /**
   * With Ada, Grace and Lin as responders, Ida as admin and Monitoring as a tool; `$ada` and so on
   * are their ids, and `$incident` is one that Ada has declared.
   */
  static async begin(database: TestDatabase): Promise<Walkthrough> {
    await database.setClock('2026-03-01T12:00:00Z', 0);
    const app = await TestApp.start(database);
    const people = {
      ada: await app.person('Ada'),
      grace: await app.person('Grace'),
      lin: await app.person('Lin'),
      ida: await app.person('Ida', 'ADMIN'),
    };
    const tools = { monitoring: { api: await app.tool('Monitoring') } };
    const kept = new Map<string, unknown>(
      Object.entries(people).map(([name, { member }]) => [name, member]),
    );
    kept.set('incident', await declare(people.ada.api, { title: 'Checkout fails' }));
    return new Walkthrough(database, app, { ...people, ...tools }, kept);
  }

  /** Runs an operation, expects of it what the page says, and keeps what the page keeps. */
  async run(step: Step): Promise<unknown> {
    this.now = plusSeconds(this.now, step.minutes * 60);
    await this.database.setClock(this.now, 0);
    await this.app.settle();
    const [answer] = Object.values(await this.ask(step));
    await this.app.settle();
    if (step.source.startsWith('mutation') && !step.source.includes('recordBatch')) {
      const codes = answer?.refusals?.map(({ code }) => code);
      expect(codes).toEqual(step.refused === undefined ? [] : [step.refused]);
    }
    for (const [name, path] of Object.entries(step.keep)) {
      const value = path.split('.').reduce<unknown>(inside, answer);
      expect(value).toEqual(expect.any(String));
      this.kept.set(name, value);
    }
    return answer;
  }

  async end(): Promise<void> {
    await this.app.close();
  }

  private ask({ source, by }: Step): Promise<Record<string, Answer>> {
    const person = this.people[by];
    if (!person) throw new Error(`nobody is called ${by}`);
    return person.api.ask(source, this.variablesOf(source));
  }

  private variablesOf(source: string): Record<string, unknown> {
    const [operation] = parse(source).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
    return Object.fromEntries(
      (operation.variableDefinitions ?? []).map(({ variable: { name } }) => {
        if (!this.kept.has(name.value)) throw new Error(`$${name.value} was not kept`);
        return [name.value, this.kept.get(name.value)];
      }),
    );
  }
}

const inside = (value: unknown, key: string): unknown =>
  (value as Readonly<Record<string, unknown>> | null | undefined)?.[key];

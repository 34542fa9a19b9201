import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  isLeafType,
  isRequiredArgument,
  type IntrospectionQuery,
} from 'graphql';
import { newId } from '../../src/platform/ids.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';
import { Statements } from '../support/statements.js';

let database: TestDatabase;
let app: TestApp;
let ada: Person;
let bob: Person;
let statements: Statements;
const incidents: string[] = [];

const times = Array.from({ length: 3 }, (_, n) => n);

/** An incident with three of everything. */
const full = async (n: number): Promise<string> => {
  const incident = await declare(ada.api, { service: 'checkout' });
  const send = async (mutation: string, input: object): Promise<string> => {
    const shown = 'events { id } refusals { code }';
    type Answer = { events: { id: string }[]; refusals: object[] };
    const answer = await ada.api.send<Answer>(mutation, { incident, ...input }, shown);
    expect([mutation, answer.refusals]).toEqual([mutation, []]);
    return answer.events[0]?.id ?? '';
  };
  await send('takeCommand', {});
  await send('offerCommand', { to: bob.member });
  await send('assignRole', { role: 'SCRIBE', member: bob.member });
  await send('assessScope', {
    ...{ extent: 'FEATURES', features: ['cart', 'paying'], affected: 'ALL_USERS' },
    ...{ impactStartedAt: '2026-03-01T11:50:00Z', impactStartSource: 'MONITORING' },
  });
  for (const one of times) {
    const evidence = [await send('addNote', { text: `Note ${one}` })];
    const hypothesis = newId('hyp');
    await send('raiseHypothesis', { hypothesis, statement: `The cause is ${one}` });
    await send('supportHypothesis', { hypothesis, reason: 'Seen', evidence });
    const work = { target: `service/s${n}-${one}`, kind: 'ROLLBACK', intent: 'CONTAIN' };
    await send('proposeAction', { ...work, kind: 'RESTART' });
    await send('startAction', work);
    await send('addCheck', { check: `check-${one}`, title: `Look at ${one}` });
    await send('completeCheck', { check: `check-${one}`, verdict: 'CLEAR', evidence });
    await send('requestHelp', { need: `Help ${one}` });
    const finding = newId('fnd');
    await send('recordFinding', { finding, kind: 'OTHER', text: `Found ${one}`, evidence });
    const owner = { member: bob.member };
    await send('addFollowUp', { title: `Do ${one}`, kind: 'PREVENT', finding, owner });
  }
  for (const audience of ['INTERNAL', 'STATUS_PAGE', 'CUSTOMERS'])
    await send('publishUpdate', { audience, text: 'We look into it' });
  await send('declareContained', {});
  await send('startReview', {});
  for (const one of times) await send('publishReview', { text: `Edition ${one}` });
  return incident;
};

beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  statements = new Statements(database.reads);
  for (let n = 0; n < 6; n += 1) incidents.push(await full(n));
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

type Composite = GraphQLObjectType | GraphQLInterfaceType;
const isComposite = (type: unknown): type is Composite =>
  type instanceof GraphQLObjectType || type instanceof GraphQLInterfaceType;

/** All fields that need no argument, and those of what they hold, to a depth. */
const allOf = (type: Composite, depth: number, first: number): string =>
  Object.values(type.getFields())
    .filter(({ args }) => !args.some(isRequiredArgument))
    .flatMap(({ name, type: wrapped, args }) => {
      const of = getNamedType(wrapped);
      if (isLeafType(of)) return [name];
      if (!isComposite(of) || depth === 0 || ['Incident', 'PageInfo'].includes(of.name)) return [];
      const inner = allOf(of, depth - 1, first);
      const page = args.some((one) => one.name === 'first') ? `(first: ${first})` : '';
      return inner === '' ? [] : [`${name}${page} { ${inner} }`];
    })
    .join(' ');

/** Lists of which every incident has pages of its own, and what is looked up for one incident. */
const ofEach = new Set([
  ...['actions', 'commandHistory', 'deviations', 'findings', 'followUps', 'help', 'log'],
  ...['mergedFrom', 'participants', 'review', 'roleHistory', 'scopeDiff', 'scopeRevisions'],
  ...['sight', 'timeline', 'updates'],
]);

describe('the statements of a query', () => {
  let incident: GraphQLObjectType;
  beforeAll(async () => {
    const introspection = await ada.api.ask<IntrospectionQuery>(getIntrospectionQuery());
    incident = buildClientSchema(introspection).getType('Incident') as GraphQLObjectType;
  });

  /** What is selected of each field of an incident that leads anywhere. */
  const selections = (): [string, string][] =>
    Object.entries(incident.toConfig().fields)
      .map(([name, field]): [string, string] => [
        name,
        allOf(new GraphQLObjectType({ name, fields: { [name]: field } }), 3, 5),
      ])
      .filter(([name, selection]) => selection !== name && selection !== '');
  const asked = (selection: string, first: number) =>
    statements.during(() =>
      ada.api.ask(`{ incidents(first: ${first}) { nodes { id ${selection} } } }`),
    );

  it('are as many for six incidents as for two, and a few more for each that has pages', async () => {
    expect(selections().length).toBeGreaterThan(20);
    for (const [name, selection] of selections()) {
      const [few, many] = [await asked(selection, 2), await asked(selection, 6)];
      const more = (many.length - few.length) / 4;
      expect([name, more]).toEqual([name, ofEach.has(name) ? expect.any(Number) : 0]);
      expect([name, more <= 2, few.length < 15]).toEqual([name, true, true]);
    }
  });

  it('are few for a list of incidents with all that is not paged', async () => {
    const lists = selections().filter(([name]) => !ofEach.has(name));
    const found = await asked(lists.map(([, selection]) => selection).join(' '), 6);
    expect(found.length).toBeLessThanOrEqual(26);
  });

  it('are few for one incident with everything', async () => {
    const parts = selections().map(([, selection]) => selection);
    const thirds = [parts.slice(0, 12), parts.slice(12, 24), parts.slice(24)];
    for (const third of thirds) {
      const query = `query ($id: ID!) { incident(id: $id) { ${third.join(' ')} } }`;
      const found = await statements.during(() => ada.api.ask(query, { id: incidents[0] }));
      expect(found.length).toBeLessThanOrEqual(24);
    }
  });
});

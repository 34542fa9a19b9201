import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Args, Field, GraphQLSchemaHost, InputType, Int, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { getIntrospectionQuery, printType } from 'graphql';
import type { EventMap } from '../../../src/kernel/event.js';
import { event } from '../../../src/kernel/event.js';
import { choice, oneOf, record, text } from '../../../src/kernel/field.js';
import { Requires } from '../../../src/platform/access/requires.js';
import { EventTypes } from '../../../src/platform/graphql/event-types.js';
import { refusalType } from '../../../src/platform/graphql/refusal.js';
import { createDemo, Running } from './app.js';
import { noteEvents, noteId } from './demo.js';

let running: Running;
let schema: GraphQLSchema;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schema-'));
  running = await Running.start({ schemaFile: join(folder, 'schema.gql') });
  ({ schema } = running.app.get(GraphQLSchemaHost, { strict: false }));
});
afterAll(async () => {
  await running.stop();
  await rm(folder, { recursive: true });
});

const printed = (name: string): string => {
  const type = schema.getType(name);
  return type === undefined ? '' : printType(type).replaceAll(/ *""".*?"""\n/gs, '');
};
const fieldsOf = (name: string): string[] =>
  printed(name)
    .split('\n')
    .slice(1, -1)
    .map((line) => line.trim())
    .filter((line) => line !== '');

describe('given a map of events', () => {
  it('then each event is a type with its payload, an Event and a Node', () => {
    expect(printed('NoteAdded')).toMatch('type NoteAdded implements Event & Node {');
    expect(fieldsOf('NoteAdded')).toEqual(
      expect.arrayContaining([
        'author: ID!',
        'due: DateTime',
        'mood: Mood!',
        'phone: String',
        'pinned: Boolean!',
        'places: [Place!]!',
        'readTime: Duration!',
        'tags: [String!]!',
        'title: String!',
      ]),
    );
    expect(fieldsOf('Place')).toEqual(['byte: SafeInt!', 'line: Int!']);
    expect(fieldsOf('NoteRead')).toContain('mood: Mood');
    expect(fieldsOf('Mood')).toEqual(['GLAD', 'SAD']);
  });

  it('then Event has what all events have', () => {
    expect(fieldsOf('Event')).toEqual([
      'actor: Actor!',
      'causationId: ID',
      'correlationId: ID',
      'cursor: Cursor!',
      'id: ID!',
      'occurredAt: DateTime!',
      'position: Position!',
      'recordedAt: DateTime!',
      'sentence: String!',
      'type: String!',
      'version: Int!',
      'via: ID',
    ]);
    for (const field of fieldsOf('Event')) expect(fieldsOf('NoteRead')).toContain(field);
  });

  it('then events answer with their payload, their sentence and names', async () => {
    const { data, errors } = await running.ask(`{ happened {
      __typename id position version occurredAt recordedAt via sentence cursor
      actor { kind id name }
      ... on NoteAdded { title tags phone due places { line byte } }
    } }`);
    expect(errors).toBeUndefined();
    expect(data?.['happened']).toMatchObject([
      {
        __typename: 'NoteAdded',
        position: 1,
        recordedAt: '2019-07-02T13:42:01.123456Z',
        sentence: 'Ann added “Note 1” for mem_bob',
        actor: { kind: 'MEMBER', id: 'mem_ann', name: 'Ann' },
        title: 'Note 1',
        tags: ['a', 'b'],
        phone: null,
        due: null,
        places: [{ line: 3, byte: 2 ** 40 }],
      },
      {
        __typename: 'NoteRead',
        sentence: 'Bridgelog (tidy-up) read the note',
        actor: { kind: 'POLICY', id: 'tidy-up', name: 'Bridgelog (tidy-up)' },
      },
    ]);
  });

  const spec = (data: EventMap[string]['data']) =>
    event({ schemaVersion: 1, description: 'x', data, says: () => 'x' });
  it.each<[string, readonly EventMap[], RegExp]>([
    ['a payload field like one of Event', [{ Odd: spec({ via: text('x', 1) }) }], /Odd\.via/],
    ['one name twice', [noteEvents, { NoteRead: spec({}) }], /NoteRead/],
    [
      'two choices of one name',
      [{ Odd: spec({ a: oneOf('x', choice('Mood', 'x', { OTHER: 'x' })) }) }],
      /Mood/,
    ],
    ['two records of one name', [{ Odd: spec({ a: record('Place', 'x', {}) }) }], /Place/],
  ])('then %s is refused', (_name, maps, message) => {
    expect(() => new EventTypes(maps)).toThrow(message);
  });
});

type Named = { readonly name: string; readonly fields?: unknown };
const roots: readonly string[] = ['Query', 'Mutation', 'Subscription'];

/** Everything in the answer to an introspection that could have a description, and has none. */
const silentIn = (part: unknown, above: string): string[] => {
  if (Array.isArray(part)) return part.flatMap((member) => silentIn(member, above));
  if (typeof part !== 'object' || part === null) return [];
  const place = `${above}/${'name' in part ? String(part.name) : ''}`;
  const isSilent = 'description' in part && !part.description;
  return [
    ...(isSilent ? [place] : []),
    ...Object.values(part).flatMap((member) => silentIn(member, place)),
  ];
};

describe('given the schema', () => {
  it('then every part of it has a description', async () => {
    const { data } = await running.ask(getIntrospectionQuery());
    const { types, directives } = data?.['__schema'] as unknown as Record<string, Named[]>;
    const ours = types?.filter(({ name }) => !name.startsWith('__') && !roots.includes(name));
    const ofRoots = types?.filter(({ name }) => roots.includes(name)).map(({ fields }) => fields);
    expect(silentIn([ours, ofRoots, directives], '')).toEqual([]);
  });

  it('then it is written, with @oneOf', async () => {
    expect(await readFile(join(folder, 'schema.gql'), 'utf8')).toMatch('input ActorInput @oneOf {');
    expect(schema.getType('ActorInput')).toMatchObject({ isOneOf: true });
  });

  it('then RefusalCode has all codes that were registered, each once', () => {
    expect(fieldsOf('RefusalCode')).toEqual(
      expect.arrayContaining(['KEY_REUSED', 'TITLE_TAKEN', 'VERSION_CONFLICT']),
    );
    expect(fieldsOf('VersionConflict')).toContain('currentVersion: Int!');
    expect(() => refusalType({ KEY_REUSED: 'again' })).toThrow(/KEY_REUSED/);
  });

  it('then the standard introspection query passes the limits, also in production', async () => {
    const query = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    const production = await Running.start();
    process.env['NODE_ENV'] = before;
    try {
      expect((await production.ask(query)).errors).toBeUndefined();
      expect((await production.askSocket(query)).errors).toBeUndefined();
    } finally {
      await production.stop();
    }
  });
});

describe('given nodes', () => {
  it('then each is found by the loader of its prefix, and told as its type', async () => {
    const event = 'evt_01h455vb4pex5vsknk084sn02q';
    const { data } = await running.ask(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Note { title } } }`,
      { ids: [event, 'x', noteId, 'inc_01h455vb4pex5vsknk084sn02q', '', noteId] },
    );
    const note = { __typename: 'Note', id: noteId, title: 'Found' };
    expect(data?.['nodes']).toEqual([
      { __typename: 'NoteAdded', id: event },
      null,
      note,
      null,
      null,
      note,
    ]);
    expect((await running.ask('{ node(id: "nobody") { id } }')).data).toEqual({ node: null });
  });

  it('then more than 200 ids are BAD_USER_INPUT', async () => {
    const ids = Array.from({ length: 201 }, () => 'x');
    const { errors } = await running.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids,
    });
    expect(errors?.[0]?.extensions).toMatchObject({ fields: [{ path: ['ids'] }] });
  });
});

describe('given a list', () => {
  const ask = async (args: string) => {
    const { data, errors } = await running.ask(
      `{ notes${args} { nodes { title } edges { cursor }
         pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    );
    const list = data?.['notes'] as unknown as {
      nodes: { title: string }[];
      pageInfo: { hasNextPage: boolean; startCursor: string; endCursor: string };
    };
    return { errors, list, titles: errors ? '' : list.nodes.map(({ title }) => title).join('') };
  };

  it('then it can be walked forward and backward', async () => {
    const first = await ask('(first: 4)');
    const next = await ask(`(first: 4, after: "${first.list.pageInfo.endCursor}")`);
    const last = await ask(`(first: 4, after: "${next.list.pageInfo.endCursor}")`);
    expect([first.titles, next.titles, last.titles]).toEqual(['0123', '4567', '89']);
    expect(last.list.pageInfo.hasNextPage).toBe(false);
    const back = await ask(`(last: 3, before: "${last.list.pageInfo.startCursor}")`);
    expect(back.titles).toBe('567');
  });

  it.each([
    ['(first: 2, last: 2)', 'last'],
    ['(first: -1)', 'first'],
    ['(last: 201)', 'last'],
    ['(after: "nonsense")', 'after'],
    ['(before: "nonsense")', 'before'],
  ])('then %s is BAD_USER_INPUT', async (args, field) => {
    const { errors } = await ask(args);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: [field] }],
    });
  });
});

describe('given a root field without a role', () => {
  @Resolver()
  class OpenResolver {
    @Query(() => Int, { description: 'Open.' })
    open(): number {
      return 1;
    }
  }
  it('then the server does not start', async () => {
    const app = await createDemo({ resolvers: [OpenResolver] });
    await expect(app.init()).rejects.toThrow(/OpenResolver\.open/);
    await app.close();
  });
});

describe('given input that nothing checks', () => {
  it('then the server does not start', async () => {
    @InputType({ description: 'Unchecked.' })
    class UncheckedInput {
      @Field({ description: 'Unchecked.' })
      text!: string;

      @Field(() => [Int], { description: 'Unbounded.' })
      numbers!: number[];

      @Field(() => UncheckedInput, { nullable: true, description: 'Unchecked inside.' })
      inner?: UncheckedInput;
    }
    @Resolver()
    class UncheckedResolver {
      @Requires('VIEWER')
      @Query(() => Int, { description: 'x' })
      unchecked(@Args('input', { description: 'x' }) input: UncheckedInput): number {
        return input.text.length;
      }
    }
    const app = await createDemo({ resolvers: [UncheckedResolver] });
    const wanted = /text needs a rule.*numbers needs @ArrayMaxSize.*inner needs @IsInput/;
    await expect(app.init()).rejects.toThrow(wanted);
    await app.close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Answer } from './app.js';
import { Running } from './app.js';

let running: Running;
const logged: string[] = [];

beforeAll(async () => {
  running = await Running.start();
  Logger.overrideLogger({
    log: () => undefined,
    warn: () => undefined,
    error: (message: string) => logged.push(message),
  });
});
afterAll(() => running.stop());

type Case = {
  readonly name: string;
  readonly query: string;
  readonly variables?: object;
  readonly code: string;
  /** Over HTTP; 200 where the request was fine and a resolver failed. */
  readonly status: number;
  readonly more?: object;
};

const failing = (how: string, code: string, more: object = {}): Case => ({
  name: `a resolver that fails with ${how}`,
  query: `{ fail(how: "${how}") }`,
  code,
  status: 200,
  more,
});
const add = 'mutation ($input: AddNoteInput!) { addNote(input: $input) { position } }';
const nested = (depth: number): string =>
  `{ __schema { ${'types { ofType { '.repeat(depth)} name ${'} }'.repeat(depth)} } }`;

const cases: readonly Case[] = [
  failing('FORBIDDEN', 'FORBIDDEN'),
  failing('NOT_FOUND', 'NOT_FOUND'),
  failing('CONFLICT', 'CONFLICT'),
  failing('RATE_LIMITED', 'RATE_LIMITED', { retryAfter: 7 }),
  failing('OVERLOADED', 'OVERLOADED', { retryAfter: 2 }),
  failing('QUERY_TOO_COSTLY', 'QUERY_TOO_COSTLY', { limit: { name: 'cost' } }),
  failing('RESYNC', 'RESYNC'),
  failing('nest', 'NOT_FOUND'),
  failing('plain', 'INTERNAL_SERVER_ERROR', { errorId: expect.stringMatching(/^err_/) }),
  failing('dressed', 'INTERNAL_SERVER_ERROR', { errorId: expect.stringMatching(/^err_/) }),
  {
    name: 'a document that does not parse',
    query: '{ notes',
    code: 'BAD_USER_INPUT',
    status: 400,
    more: { reason: 'GRAPHQL_PARSE_FAILED' },
  },
  {
    name: 'a document that is not valid',
    query: '{ nonsense }',
    code: 'BAD_USER_INPUT',
    status: 400,
    more: { reason: 'GRAPHQL_VALIDATION_FAILED' },
  },
  {
    name: 'a literal that is not of its scalar',
    query: '{ fail(how: "plain", at: "yesterday") }',
    code: 'BAD_USER_INPUT',
    status: 400,
    more: { reason: 'GRAPHQL_VALIDATION_FAILED' },
  },
  {
    name: 'an operation that is not in the document',
    query: 'query A { rows } query B { rows }',
    code: 'BAD_USER_INPUT',
    status: 400,
  },
  {
    name: 'a variable that is missing',
    query: add,
    code: 'BAD_USER_INPUT',
    status: 400,
    more: { reason: 'VARIABLES', fields: [{ path: ['input'], message: expect.any(String) }] },
  },
  {
    name: 'a variable that is wrong deep inside',
    query: add,
    variables: {
      input: { title: 'a " at "b"; c', segments: [{ mood: 'ODD; "at "', words: 'x' }] },
    },
    code: 'BAD_USER_INPUT',
    status: 400,
    more: {
      reason: 'VARIABLES',
      fields: [
        {
          path: ['input', 'segments', '0', 'mood'],
          message: expect.stringContaining('does not exist in "Mood" enum'),
        },
      ],
    },
  },
  {
    name: 'a time that is none',
    query: add,
    variables: { input: { title: 'x', occurredAt: '2019-02-30T00:00:00Z' } },
    code: 'BAD_USER_INPUT',
    status: 400,
    more: { fields: [{ path: ['input', 'occurredAt'], message: expect.any(String) }] },
  },
  {
    name: 'a null where the argument may not be null',
    query: 'query ($how: String = "plain") { fail(how: $how) }',
    variables: { how: null },
    code: 'BAD_USER_INPUT',
    status: 200,
    more: { fields: [{ path: ['how'], message: expect.any(String) }] },
  },
  {
    name: 'an input that breaks its rules',
    query: add,
    variables: { input: { title: ' ' } },
    code: 'BAD_USER_INPUT',
    status: 200,
    more: { fields: [{ path: ['input', 'title'], message: expect.any(String) }] },
  },
  {
    name: 'too deep a query',
    query: nested(8),
    code: 'QUERY_TOO_COSTLY',
    status: 400,
    more: { limit: { name: 'depth', allowed: 15, found: 18 } },
  },
  {
    name: 'too many aliases, by way of fragments',
    query: `{ ...A } fragment A on Query { ${['a', 'b', 'c', 'd', 'e', 'f']
      .map((name) => `${name}: notes { ...B }`)
      .join(' ')} } fragment B on NoteConnection { p: pageInfo { q: hasNextPage } x: nodes { id }
      y: edges { z: cursor } }`,
    code: 'QUERY_TOO_COSTLY',
    status: 400,
    more: { limit: { name: 'aliases', allowed: 30, found: 36 } },
  },
  {
    name: 'too many mutations',
    query: `mutation ($input: AddNoteInput!) { ${Array.from(
      { length: 11 },
      (_, at) => `m${at}: addNote(input: $input) { position }`,
    ).join(' ')} }`,
    code: 'QUERY_TOO_COSTLY',
    status: 400,
    more: { limit: { name: 'rootMutationFields', allowed: 10, found: 11 } },
  },
  {
    name: 'too long a document',
    query: `{ ${'rows '.repeat(2100)} }`,
    code: 'QUERY_TOO_COSTLY',
    status: 400,
    more: { limit: { name: 'tokens', allowed: 2000 } },
  },
];

const first = ({ errors }: Answer) => errors?.[0];

describe.each(cases)('given $name', ({ query, variables = {}, code, status, more = {} }) => {
  it('then HTTP and WebSocket tell the same', async () => {
    const http = await running.ask(query, variables);
    const socket = await running.askSocket(query, variables);
    const wanted = { extensions: { code, ...more } };
    expect(first(http)).toMatchObject(wanted);
    expect(first(socket)).toMatchObject(wanted);
    expect(http.status).toBe(status);
    const told = JSON.stringify([http.errors, socket.errors]);
    expect(told).not.toMatch(/hunter2|stack|node_modules/);
    const withoutId = (answer: Answer) =>
      answer.errors?.map((error) => ({
        ...error,
        extensions: { ...error.extensions, errorId: undefined },
      }));
    expect(withoutId(socket)).toEqual(withoutId(http));
  });
});

describe('given an error that nobody was to see', () => {
  it('then the log has the detail once, under the id that was told', async () => {
    logged.length = 0;
    const answer = await running.ask('{ fail(how: "plain") }');
    const id = String(first(answer)?.extensions['errorId']);
    expect(logged.filter((line) => line.includes(id) && line.includes('hunter2'))).toHaveLength(1);
    expect(logged).toHaveLength(1);
  });
});

describe('given no good token', () => {
  it.each([
    ['no header', {}],
    ['another scheme', { authorization: 'Basic admin' }],
    ['an unknown token', { authorization: 'Bearer nobody' }],
  ])('then HTTP answers 401 to %s, also to what would not even parse', async (_name, headers) => {
    for (const query of ['{ rows }', '{ rows']) {
      const answer = await running.ask(query, {}, headers);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect(first(answer)?.extensions.code).toBe('UNAUTHENTICATED');
      expect(answer.data).toBeUndefined();
    }
  });

  it('then a failing authenticator is not told apart by its detail', async () => {
    const answer = await running.ask('{ rows }', {}, { authorization: 'Bearer broken' });
    expect(answer.status).toBe(500);
    expect(first(answer)).toEqual({
      message: 'Something failed on our side',
      extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: expect.stringMatching(/^err_/) },
    });
  });
});

describe('given a body that is none', () => {
  const authorization = 'Bearer admin';

  it.each([
    ['no JSON', '{', 400, {}],
    ['nothing to run', '{}', 400, {}],
    ['a batch', '[{"query":"{ rows }"}]', 400, {}],
    ['more than 1 MiB', JSON.stringify({ query: 'x'.repeat(1024 * 1024) }), 413, {}],
    ['a form, as a foreign page would send', 'query={rows}', 400, { 'content-type': 'text/plain' }],
  ])('then %s is BAD_USER_INPUT', async (_name, body, status, headers) => {
    const response = await running.post(body, { authorization, ...headers });
    const answer = (await response.json()) as Answer;
    expect(first(answer)?.extensions.code).toBe('BAD_USER_INPUT');
    expect(response.status).toBe(status);
  });
});

describe('given a subscription over HTTP', () => {
  it('then it is refused before it runs', async () => {
    const answer = await running.ask('subscription { noted { id } }');
    expect(answer.status).toBe(400);
    expect(first(answer)?.extensions).toEqual({ code: 'BAD_USER_INPUT', reason: 'TRANSPORT' });
  });
});

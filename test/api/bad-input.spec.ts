import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { encodeFeedCursor } from '../../src/platform/graphql/cursor.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { newOrganization, TestDatabase } from '../support/database.js';

let database: TestDatabase;
let app: TestApp;
let ada: Person;
let bob: Person;
/** INC with Ada in command in term 1. */
let commanded: string;
let resolved: string;

beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  commanded = await declare(ada.api);
  await ada.api.send('takeCommand', { incident: commanded }, 'position');
  resolved = await declare(ada.api);
  await ada.api.send('resolveIncident', { incident: resolved }, 'position');
  await ada.api.send(
    'addNote',
    { incident: commanded, text: 'a', idempotencyKey: 'used' },
    'position',
  );
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

type Answer = {
  data?: Record<string, { refusals: { code: string; path: string[] | null }[] }> | null;
  errors?: { message: string; extensions: { code: string; fields?: { path: string[] }[] } }[];
};

const send = async (mutation: string, input: object, token = ada.token): Promise<Answer> => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      query: `mutation ($input: ${type}) { ${mutation}(input: $input) { refusals { code path } } }`,
      variables: { input },
    }),
  });
  return (await response.json()) as Answer;
};

const recorded = async (): Promise<unknown> => {
  const { rows } = await database.owner.query<Record<string, unknown>>(
    `select (select count(*)::int from bridgelog.events) as events,
      (select count(*)::int from bridgelog.append_keys) as keys,
      (select count(*)::int from bridgelog.reservations) as reservations,
      (select count(*)::int from bridgelog.due) as due`,
  );
  return rows[0];
};

const unknown = newId('inc');
const line = (length: number): string => 'x'.repeat(length);

describe('what a rule refuses is data with a code and the field, and nothing is recorded', () => {
  const start = { target: 'waf', kind: 'RESTART', intent: 'FIX' };
  const scope = { extent: 'FEATURES', affected: 'ALL_USERS' };
  it.each<[string, string, () => object, string, string[] | null]>([
    [
      'an unknown incident',
      'addNote',
      () => ({ incident: unknown, text: 'x' }),
      'INCIDENT_NOT_FOUND',
      ['input', 'incident'],
    ],
    ['a wrong phase', 'declareContained', () => ({ incident: resolved }), 'WRONG_PHASE', null],
    [
      'work after the end',
      'startAction',
      () => ({ incident: resolved, ...start }),
      'WRONG_PHASE',
      null,
    ],
    [
      'a missing term',
      'declareContained',
      () => ({ incident: commanded }),
      'TERM_REQUIRED',
      ['input', 'term'],
    ],
    [
      'a stale term',
      'resolveIncident',
      () => ({ incident: commanded, term: 7 }),
      'STALE_TERM',
      ['input', 'term'],
    ],
    [
      'a stale version',
      'addNote',
      () => ({ incident: commanded, text: 'x', expectedVersion: 1 }),
      'VERSION_CONFLICT',
      ['input', 'expectedVersion'],
    ],
    [
      'a time six minutes ahead',
      'addNote',
      () => ({ incident: commanded, text: 'x', occurredAt: '2026-03-01T12:06:00Z' }),
      'OCCURRED_AT_AHEAD',
      ['input', 'occurredAt'],
    ],
    [
      'a target that is none',
      'startAction',
      () => ({ incident: commanded, ...start, target: 'Check Out!' }),
      'TARGET_INVALID',
      ['input', 'target'],
    ],
    [
      'an action that is not open',
      'finishAction',
      () => ({ incident: commanded, action: newId('act'), outcome: 'WORKED' }),
      'ACTION_NOT_OPEN',
      ['input', 'action'],
    ],
    [
      'a scope that contradicts itself',
      'assessScope',
      () => ({ incident: commanded, ...scope }),
      'SCOPE_INCONSISTENT',
      ['input', 'features'],
    ],
    [
      'a second commander',
      'takeCommand',
      () => ({ incident: commanded }),
      'ALREADY_COMMANDED',
      null,
    ],
  ])('%s', async (_what, mutation, input, code, path) => {
    const before = await recorded();
    const answer = await send(mutation, input(), bob.token);
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.[mutation]?.refusals).toEqual([{ code, path }]);
    expect(await recorded()).toEqual(before);
  });

  it('a key that was used with another input', async () => {
    const before = await recorded();
    const input = { incident: commanded, text: 'b', idempotencyKey: 'used' };
    const answer = await send('addNote', input);
    expect(answer.data?.['addNote']?.refusals).toEqual([
      { code: 'KEY_REUSED', path: ['input', 'idempotencyKey'] },
    ]);
    expect(await recorded()).toEqual(before);
  });

  it('a tool that names nobody cannot take command', async () => {
    const tool = await app.tool('Bare tool');
    const incident = await declare(tool);
    const { refusals } = await tool.send<{ refusals: unknown }>(
      'takeCommand',
      { incident },
      'refusals { code path }',
    );
    expect(refusals).toEqual([{ code: 'PERSON_REQUIRED', path: ['input', 'actor'] }]);
  });
});

describe('input of a bad shape is BAD_USER_INPUT that names the field, and nothing is recorded', () => {
  const note = (text: string) => ({ incident: commanded, text });
  it.each<[string, string, () => object, string[]]>([
    [
      'a title of 201 characters',
      'declareIncident',
      () => ({ title: line(201), severity: 'SEV1' }),
      ['input', 'title'],
    ],
    [
      'an empty title',
      'declareIncident',
      () => ({ title: '', severity: 'SEV1' }),
      ['input', 'title'],
    ],
    [
      'a title of white space',
      'declareIncident',
      () => ({ title: '  ', severity: 'SEV1' }),
      ['input', 'title'],
    ],
    [
      'a title of two lines',
      'declareIncident',
      () => ({ title: 'a\nb', severity: 'SEV1' }),
      ['input', 'title'],
    ],
    ['a note of 20,001 characters', 'addNote', () => note(line(20_001)), ['input', 'text']],
    ['a control character', 'addNote', () => note('a\u0007b'), ['input', 'text']],
    ['a NUL', 'addNote', () => note('a\u0000b'), ['input', 'text']],
    ['a lone surrogate', 'addNote', () => note('a\ud800b'), ['input', 'text']],
    [
      'an id that is none',
      'addNote',
      () => ({ incident: 'INC-1', text: 'x' }),
      ['input', 'incident'],
    ],
    [
      'an id of another kind',
      'addNote',
      () => ({ incident: newId('act'), text: 'x' }),
      ['input', 'incident'],
    ],
    [
      'a time that is none',
      'addNote',
      () => ({ ...note('x'), occurredAt: 'yesterday' }),
      ['input', 'occurredAt'],
    ],
    [
      '30 February',
      'addNote',
      () => ({ ...note('x'), occurredAt: '2026-02-30T00:00:00Z' }),
      ['input', 'occurredAt'],
    ],
    [
      'a key with a line feed',
      'addNote',
      () => ({ ...note('x'), idempotencyKey: 'a\nb' }),
      ['input', 'idempotencyKey'],
    ],
    [
      'a negative version',
      'addNote',
      () => ({ ...note('x'), expectedVersion: -1 }),
      ['input', 'expectedVersion'],
    ],
    [
      'an unknown severity',
      'declareIncident',
      () => ({ title: 'x', severity: 'SEV9' }),
      ['input', 'severity'],
    ],
    ['a field that is not there', 'addNote', () => ({ ...note('x'), titel: 'y' }), ['input']],
    [
      'a bad segment',
      'assessScope',
      () => ({
        incident: commanded,
        extent: 'WHOLE_APP',
        affected: 'SUBSET',
        segments: [{ kind: 'PLAN', values: [line(101)] }],
      }),
      ['input', 'segments', '0', 'values'],
    ],
  ])('%s', async (_what, mutation, input, path) => {
    const before = await recorded();
    const answer = await send(mutation, input());
    const [error, ...others] = answer.errors ?? [];
    expect(others).toEqual([]);
    expect(error?.extensions.code).toBe('BAD_USER_INPUT');
    const named = error?.extensions.fields?.map((field) => field.path.join('.'));
    expect([named, error?.message]).toEqual([
      [expect.stringContaining(path.join('.'))],
      expect.any(String),
    ]);
    expect(await recorded()).toEqual(before);
  });

  it('titles of 200 and notes of 20,000 characters of any script are fine', async () => {
    const title = '😀'.repeat(200);
    const incident = await declare(ada.api, { title });
    const text = '日'.repeat(20_000);
    const { events } = await ada.api.send<{ events: { text: string }[] }>(
      'addNote',
      { incident, text },
      'events { ... on NoteAdded { text } }',
    );
    expect(events).toEqual([{ text }]);
  });
});

describe('cursors', () => {
  const codeOf = async (query: string, variables: object): Promise<unknown> => {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ada.token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { errors } = (await response.json()) as Answer;
    const fields = errors?.[0]?.extensions.fields;
    return [errors?.[0]?.extensions.code, fields?.[0]?.path];
  };
  const list = 'query ($after: Cursor) { incidents(after: $after) { nodes { id } } }';

  it.each(['', 'x', 'AAAA', '%%%'])('"%s" is no cursor of a list', async (after) => {
    expect(await codeOf(list, { after })).toEqual(['BAD_USER_INPUT', ['after']]);
  });

  it('a cursor of the feed is none of a list', async () => {
    const after = encodeFeedCursor({ organization: app.organization, epoch: 1, position: 1 });
    expect(await codeOf(list, { after })).toEqual(['BAD_USER_INPUT', ['after']]);
  });

  it('more than 200 of a list at once are refused', async () => {
    const query = 'query { incidents(first: 201) { nodes { id } } }';
    expect(await codeOf(query, {})).toEqual(['BAD_USER_INPUT', ['first']]);
  });

  it.each<[string, () => string, string]>([
    ['malformed', () => 'nonsense', 'BAD_USER_INPUT'],
    [
      'of another organization',
      () => encodeFeedCursor({ organization: newOrganization(), epoch: 1, position: 1 }),
      'BAD_USER_INPUT',
    ],
    [
      'of a position that is yet to come',
      () => encodeFeedCursor({ organization: app.organization, epoch: 1, position: 1_000_000 }),
      'RESYNC',
    ],
    [
      'of another epoch',
      () => encodeFeedCursor({ organization: app.organization, epoch: 2, position: 1 }),
      'RESYNC',
    ],
  ])('a subscription refuses one that is %s', async (_what, after, code) => {
    const { createClient } = await import('graphql-ws');
    const { WebSocket } = await import('ws');
    const client = createClient({
      url: `${app.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { token: ada.token },
      retryAttempts: 0,
    });
    const query = 'subscription ($after: Cursor) { events(after: $after) { kind } }';
    const failure = await new Promise((resolve) => {
      client.subscribe(
        { query, variables: { after: after() } },
        { next: resolve, error: resolve, complete: () => resolve('complete') },
      );
    });
    await client.dispose();
    expect(JSON.stringify(failure)).toContain(code);
  });
});

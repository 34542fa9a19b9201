import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadSessions } from '../../../src/platform/database/read-session.js';
import type { CountedReads } from './app.js';
import { Running } from './app.js';
import { AddNoteInput, NoteResolver, noteId } from './demo.js';

let running: Running;
beforeAll(async () => {
  running = await Running.start();
});
afterAll(() => running.stop());

const add = `mutation ($input: AddNoteInput!) { addNote(input: $input) {
  __typename position cursor replayed key note { id title }
  events { __typename id } notices { __typename code }
  refusals { __typename code path message ... on TitleTaken { by } }
} }`;
const asAdmin = { authorization: 'Bearer admin' };
const firstError = async (input: object) => {
  const { errors } = await running.ask(add, { input });
  return errors?.[0]?.extensions;
};

describe('given a command', () => {
  it('when it is accepted, then the payload is told as Recorded', async () => {
    const { data } = await running.ask(add, { input: { title: 'Hello' } });
    expect(data?.['addNote']).toMatchObject({
      __typename: 'NotePayload',
      position: 5,
      replayed: false,
      note: { id: noteId, title: 'Hello' },
      events: [{ __typename: 'NoteAdded' }],
      refusals: [],
      notices: [{ __typename: 'PlainNotice', code: 'EARLIER' }],
    });
  });

  it('when it is refused, then each refusal has the type of its code', async () => {
    const { data } = await running.ask(add, { input: { title: 'taken' } });
    expect(data?.['addNote']).toMatchObject({
      events: [],
      refusals: [
        { __typename: 'TitleTaken', code: 'TITLE_TAKEN', path: ['input', 'title'], by: noteId },
        { __typename: 'PlainRefusal', code: 'KEY_REUSED', path: null },
      ],
    });
  });

  it('then the resolver has an instance of the input class, in our forms', async () => {
    await running.ask(add, {
      input: {
        title: 'x',
        occurredAt: '2019-07-02T15:42:00+02:00',
        pinned: true,
        readTime: 'PT1H30M',
        segments: [{ mood: 'SAD', words: 'line\n\ttwo' }],
        actor: { externalId: { system: 'slack', id: 'U1' } },
      },
    });
    const input = running.app.get(NoteResolver).received.at(-1);
    expect(input).toBeInstanceOf(AddNoteInput);
    expect(input).toMatchObject({
      occurredAt: '2019-07-02T13:42:00.000000Z',
      pinned: true,
      readTime: 'PT1H30M',
      segments: [{ mood: 'SAD', words: 'line\n\ttwo' }],
      actor: { externalId: { system: 'slack', id: 'U1' } },
    });
  });
});

describe('given bad fields', () => {
  it('then all are named with their full paths', async () => {
    const found = await firstError({
      title: 'a\u0000b',
      answers: 'inc_01h455vb4pex5vsknk084sn02q',
      segments: [
        { mood: 'SAD', words: 'fine' },
        { mood: 'GLAD', words: 'ten and one' },
      ],
      actor: { externalId: { system: ' ', id: 'U1' } },
      idempotencyKey: 'ключ',
      expectedVersion: -1,
    });
    const fields = found?.['fields'] as { path: string[] }[];
    expect(found?.code).toBe('BAD_USER_INPUT');
    expect(fields.map(({ path }) => path.join('.')).sort()).toEqual([
      'input.actor.externalId.system',
      'input.answers',
      'input.expectedVersion',
      'input.idempotencyKey',
      'input.segments.1.words',
      'input.title',
    ]);
  });

  it('then a list beyond its bound is one', async () => {
    const segments = Array.from({ length: 4 }, () => ({ mood: 'SAD', words: 'x' }));
    expect(await firstError({ title: 'x', segments })).toMatchObject({
      fields: [{ path: ['input', 'segments'] }],
    });
  });

  it('then two actors at once are refused by @oneOf', async () => {
    const actor = { member: noteId, externalId: { system: 'slack', id: 'U1' } };
    expect(await firstError({ title: 'x', actor })).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: ['input', 'actor'] }],
    });
  });
});

describe('given the header Idempotency-Key', () => {
  const ask = (query: string, key: string, input: object = { title: 'x' }) =>
    running.ask(query, { input }, { ...asAdmin, 'idempotency-key': key });
  const twice = `mutation ($input: AddNoteInput!) { a: addNote(input: $input) { key } ...B }
    fragment B on Mutation { b: addNote(input: $input) { key } }`;

  it('then one mutation gets it', async () => {
    expect((await ask(add, 'k-1')).data).toMatchObject({ addNote: { key: 'k-1' } });
  });
  it('then it may not differ from the input’s', async () => {
    const { errors } = await ask(add, 'k-1', { title: 'x', idempotencyKey: 'k-2' });
    expect(errors?.[0]?.extensions).toMatchObject({
      fields: [{ path: ['input', 'idempotencyKey'] }],
    });
  });
  it('then it is refused for several mutations, and nothing runs', async () => {
    const received = running.app.get(NoteResolver).received.length;
    const { errors, status } = await ask(twice, 'k-1');
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', reason: 'IDEMPOTENCY_KEY' });
    expect(running.app.get(NoteResolver).received).toHaveLength(received);
  });
  it('then a bad one is BAD_USER_INPUT', async () => {
    const { errors } = await ask(add, 'k'.repeat(201));
    expect(errors?.[0]?.extensions).toMatchObject({ fields: [{ path: ['Idempotency-Key'] }] });
  });
});

describe('given a role', () => {
  it.each([
    ['viewer', '{ rows }', undefined],
    ['viewer', '{ secret }', 'FORBIDDEN'],
    ['viewer', 'mutation { addNote(input: { title: "x" }) { key } }', 'FORBIDDEN'],
    ['responder', 'mutation { addNote(input: { title: "x" }) { key } }', undefined],
    ['responder', '{ secret }', 'FORBIDDEN'],
    ['integration', 'mutation { addNote(input: { title: "x" }) { key } }', undefined],
    ['integration', '{ secret }', 'FORBIDDEN'],
    ['admin', '{ secret }', undefined],
  ])('when a %s asks %s, then it is %s', async (token, query, code) => {
    const http = await running.ask(query, {}, { authorization: `Bearer ${token}` });
    const socket = await running.askSocket(query, {}, token);
    expect(http.errors?.[0]?.extensions.code).toBe(code);
    expect(socket.errors?.[0]?.extensions.code).toBe(code);
  });

  it('when a viewer subscribes to what is for responders, then it is FORBIDDEN', async () => {
    const { errors } = await running.askSocket('subscription { noted { id } }', {}, 'viewer');
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('given operations that read', () => {
  it('then the session is opened once, and closed also when another field fails', async () => {
    const reads = running.app.get<CountedReads>(ReadSessions, { strict: false });
    reads.opened = 0;
    await running.ask('{ a: rows b: rows fail(how: "plain") }');
    await running.askSocket('{ a: rows b: rows fail(how: "plain") }');
    await running.ask('{ fail(how: "plain") }');
    expect(reads.opened).toBe(2);
    expect(reads.running).toBe(0);
  });
});

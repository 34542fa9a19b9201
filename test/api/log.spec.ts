import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../src/platform/ids.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let app: TestApp;
let ada: Person;
let bob: Person;

beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

type Entry = {
  id: string;
  occurredAt: string;
  sentence: string;
  text: string | null;
  amended: boolean;
  amendments: { reason: string; actor: { name: string } }[];
  struck: { reason: string } | null;
  pinned: boolean;
  event: { type: string; sentence: string; occurredAt: string };
};
type Answer = {
  events: { id: string; type: string; sentence: string }[];
  refusals: { code: string; path: string[] | null }[];
  entry: Entry | null;
};
type Log = {
  nodes: Entry[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
};

const entryFields = `id occurredAt sentence text amended pinned struck { reason }
  amendments { reason actor { name } } event { type sentence occurredAt }`;
const answer = `events { id type sentence } refusals { code path } entry { ${entryFields} }`;

const correct = (by: Person, mutation: string, input: object) =>
  by.api.send<Answer>(mutation, input, answer);

/** The id of the entry that a command makes. */
const made = async (mutation: string, input: object): Promise<string> => {
  const { events } = await ada.api.send<Answer>(mutation, input, 'events { id }');
  return events[0]?.id ?? '';
};
const note = (incident: string, text: string, more: object = {}) =>
  made('addNote', { incident, text, ...more });

const logOf = async (incident: string, args = '', by = ada): Promise<Log> => {
  const { incident: found } = await by.api.ask<{ incident: { log: Log } }>(
    `query ($incident: ID!) { incident(id: $incident) { log${args && `(${args})`} {
      nodes { ${entryFields} } edges { cursor } pageInfo { hasNextPage hasPreviousPage } } } }`,
    { incident },
  );
  return found.log;
};
const sentences = ({ nodes }: Log) => nodes.map(({ sentence }) => sentence);
const texts = ({ nodes }: Log) => nodes.map(({ text }) => text);
const codes = ({ refusals }: Answer) => refusals.map(({ code }) => code);

describe('evidence', () => {
  it.each([
    [
      { link: { url: 'https://grafana.example/d/1?from=now-1h', title: 'p99 of checkout' } },
      'Ada attached the link p99 of checkout: It doubled',
      '... on EvidenceAttached { link { url title } }',
    ],
    [
      { excerpt: { text: 'panic: nil map\n\tat main.go:12', title: 'waf.log', format: 'go' } },
      'Ada attached an excerpt of waf.log: It doubled',
      '... on EvidenceAttached { excerpt { text title format } }',
    ],
    [
      {
        figure: {
          name: 'error rate',
          value: '4.50',
          unit: '%',
          at: '2026-03-01T11:59:00.000000Z',
        },
      },
      'Ada attached error rate = 4.50 %: It doubled',
      '... on EvidenceAttached { figure { name value unit at } }',
    ],
  ])('is kept as it was given: %j', async (evidence, sentence, fields) => {
    const incident = await declare(ada.api);
    const input = { incident, evidence, caption: 'It doubled' };
    const { events } = await ada.api.send<{ events: unknown[] }>(
      'attachEvidence',
      input,
      `events { sentence ${fields} }`,
    );
    expect(events).toEqual([{ sentence, ...evidence }]);
    const [, entry] = (await logOf(incident)).nodes;
    expect(entry).toMatchObject({ text: 'It doubled', sentence });
  });

  it('may be an excerpt as a terminal or another system wrote it', async () => {
    const incident = await declare(ada.api);
    const text = '\u001b[31mpanic\u001b[0m: nil map\r\n\u0007';
    const { events } = await ada.api.send<{ events: unknown[] }>(
      'attachEvidence',
      { incident, evidence: { excerpt: { text } } },
      'events { ... on EvidenceAttached { excerpt { text } } }',
    );
    expect(events).toEqual([{ excerpt: { text } }]);
    expect((await logOf(incident, 'search: "panic map"')).nodes).toHaveLength(1);
    const nul = { excerpt: { text: 'nil\0map' } };
    await expect(made('attachEvidence', { incident, evidence: nul })).rejects.toThrow(/NUL/);
  });

  it('may be an excerpt of 65,536 characters, of four bytes each', async () => {
    const incident = await declare(ada.api);
    const text = '\u{1F525}'.repeat(65_536);
    const attach = (excerpt: object) =>
      ada.api.send<{ events: { excerpt: { text: string } }[] }>(
        'attachEvidence',
        { incident, evidence: { excerpt } },
        'events { ... on EvidenceAttached { excerpt { text } } }',
      );
    const { events } = await attach({ text });
    expect(events[0]?.excerpt.text === text).toBe(true);
    await expect(attach({ text: `${text}!` })).rejects.toThrow(/65536/);
  });

  it.each([
    ['an address of another kind', { link: { url: 'javascript:alert(1)' } }, /address of http/],
    ['an address of nothing', { link: { url: 'https://' } }, /address of http/],
    ['a long address', { link: { url: `https://a.b/${'a'.repeat(2_000)}` } }, /address of http/],
    ['a figure in words', { figure: { name: 'errors', value: '4,5' } }, /decimal number/],
    ['a figure beyond bounds', { figure: { name: 'errors', value: '1e400' } }, /decimal number/],
    ['a figure that is none', { figure: { name: 'errors', value: 'NaN' } }, /decimal number/],
    ['nothing', {}, /Exactly one/i],
    [
      'two things at once',
      { link: { url: 'https://a.b' }, figure: { name: 'errors', value: '4' } },
      /Exactly one/i,
    ],
  ])('is not %s', async (_, evidence, message) => {
    const incident = await declare(ada.api);
    await expect(made('attachEvidence', { incident, evidence })).rejects.toThrow(message);
  });
});

describe('an amendment', () => {
  it('stands in place of the original, which stays readable', async () => {
    const incident = await declare(ada.api, { title: 'Down' });
    const entry = await note(incident, 'Errors began at 11:20');
    const first = await correct(bob, 'amendEntry', {
      ...{ incident, entry, reason: 'Misread the graph' },
      ...{ newText: 'Errors began at 11:30', newOccurredAt: '2026-03-01T11:30:00Z' },
    });
    expect(first.events.map(({ sentence }) => sentence)).toEqual([
      'Bob amended an entry to say “Errors began at 11:30” and to have happened at 2026-03-01 11:30 UTC: Misread the graph',
    ]);
    const second = { incident, entry, newText: 'Errors began at 11:32', reason: 'By the logs' };
    const { entry: amended } = await correct(ada, 'amendEntry', second);
    expect(amended).toEqual({
      id: entry,
      occurredAt: '2026-03-01T11:30:00.000000Z',
      sentence: 'Ada noted: Errors began at 11:32',
      text: 'Errors began at 11:32',
      amended: true,
      amendments: [
        { reason: 'Misread the graph', actor: { name: 'Bob' } },
        { reason: 'By the logs', actor: { name: 'Ada' } },
      ],
      struck: null,
      pinned: false,
      event: {
        type: 'NoteAdded',
        sentence: 'Ada noted: Errors began at 11:20',
        occurredAt: '2026-03-01T12:00:00.000000Z',
      },
    });
    expect((await correct(bob, 'amendEntry', { ...second, reason: 'Me too' })).events).toEqual([]);
    expect(texts(await logOf(incident))).toEqual(['Errors began at 11:32', null]);
    const history = await logOf(incident, 'view: HISTORY');
    expect(history.nodes.map(({ event }) => event.type)).toEqual([
      'IncidentDeclared',
      'NoteAdded',
      'EntryAmended',
      'EntryAmended',
    ]);
    expect(history.nodes[1]).toEqual(amended);
  });

  it('is shown with the latest fifty before it', async () => {
    const incident = await declare(ada.api);
    const entry = await note(incident, 'Original');
    for (let nth = 1; nth <= 52; nth += 1) {
      await correct(ada, 'amendEntry', { incident, entry, newText: `${nth}`, reason: `${nth}` });
    }
    const shown = (await logOf(incident)).nodes.find(({ id }) => id === entry);
    expect(shown?.text).toBe('52');
    const reasons = shown?.amendments.map(({ reason }) => Number(reason));
    expect(reasons).toEqual(Array.from({ length: 50 }, (_, nth) => nth + 3));
  });

  it('gives updates and evidence another text, and other events another sentence', async () => {
    const incident = await declare(ada.api, { title: 'Down' });
    const update = await made('publishUpdate', {
      ...{ incident, audience: 'INTERNAL', text: 'All is wel' },
    });
    const figure = { name: 'errors', value: '3' };
    const evidence = await made('attachEvidence', { incident, evidence: { figure } });
    const taken = await made('takeCommand', { incident });
    for (const entry of [update, evidence, taken])
      await correct(ada, 'amendEntry', { incident, entry, newText: 'All is well', reason: 'Typo' });
    expect(sentences(await logOf(incident))).toEqual([
      expect.stringMatching(/^Ada declared/),
      'Ada published an internal update: All is well',
      'Ada attached errors = 3: All is well',
      'All is well',
      'Ada joined as a responder',
    ]);
    const { incident: state } = await ada.api.ask<{ incident: unknown }>(
      `{ incident(id: "${incident}") { latestUpdates { text } command { term } } }`,
    );
    expect(state).toEqual({ latestUpdates: [{ text: 'All is wel' }], command: { term: 1 } });
  });

  it('may move any entry in time, and the state of the incident stays', async () => {
    const incident = await declare(ada.api);
    await note(incident, 'First');
    const taken = await made('takeCommand', { incident });
    const newOccurredAt = '2026-03-01T11:00:00+00:00';
    await correct(ada, 'amendEntry', { incident, entry: taken, newOccurredAt, reason: 'Earlier' });
    const { nodes } = await logOf(incident);
    expect(nodes.map(({ event }) => event.type)).toEqual([
      'CommandTaken',
      'IncidentDeclared',
      'NoteAdded',
      'ResponderJoined',
    ]);
    const { incident: state } = await ada.api.ask<{ incident: unknown }>(
      `{ incident(id: "${incident}") { command { since } } }`,
    );
    expect(state).toEqual({ command: { since: '2026-03-01T12:00:00.000000Z' } });
  });

  it('is refused for what it cannot be', async () => {
    const incident = await declare(ada.api);
    const entry = await note(incident, 'One');
    const of = (input: object) =>
      correct(ada, 'amendEntry', { incident, entry, newText: 'Two', reason: 'Why', ...input });
    const elsewhere = await note(await declare(ada.api), 'Elsewhere');
    const notFound = await of({ entry: elsewhere });
    expect(notFound).toMatchObject({
      entry: null,
      refusals: [{ code: 'ENTRY_NOT_FOUND', path: ['input', 'entry'] }],
    });
    expect(codes(await of({ entry: newId('evt') }))).toEqual(['ENTRY_NOT_FOUND']);
    expect(codes(await of({ newText: null }))).toEqual(['AMENDMENT_EMPTY']);
    const ahead = { newOccurredAt: '2026-03-01T12:05:01Z' };
    expect(await of(ahead)).toMatchObject({
      refusals: [{ code: 'OCCURRED_AT_AHEAD', path: ['input', 'newOccurredAt'] }],
    });
    const { events } = await of({ newOccurredAt: '2026-03-01T12:05:00Z' });
    expect(codes(await of({ entry: events[0]?.id }))).toEqual(['CORRECTION_OF_CORRECTION']);
    await correct(ada, 'strikeEntry', { incident, entry, reason: 'Wrong' });
    expect(codes(await of({ newText: 'Three' }))).toEqual(['ENTRY_STRUCK']);
    await expect(of({ reason: ' ' })).rejects.toThrow(/reason/);
  });
});

describe('a struck entry', () => {
  it('leaves the current view, stays in the history, and undoes nothing', async () => {
    const incident = await declare(ada.api);
    const taken = await made('takeCommand', { incident });
    const { events, entry } = await correct(bob, 'strikeEntry', {
      ...{ incident, entry: taken, reason: 'It was Bob' },
    });
    expect(events.map(({ sentence }) => sentence)).toEqual(['Bob struck an entry: It was Bob']);
    expect(entry).toMatchObject({ id: taken, struck: { reason: 'It was Bob' } });
    const again = { incident, entry: taken, reason: 'Again' };
    expect((await correct(bob, 'strikeEntry', again)).events).toEqual([]);
    const current = await logOf(incident);
    expect(current.nodes.map(({ event }) => event.type)).toEqual([
      'IncidentDeclared',
      'ResponderJoined',
    ]);
    const history = await logOf(incident, 'view: HISTORY');
    expect(history.nodes.map(({ struck }) => struck?.reason)).toEqual([
      undefined,
      'It was Bob',
      undefined,
      undefined,
    ]);
    const { incident: state } = await ada.api.ask<{ incident: unknown }>(
      `{ incident(id: "${incident}") { command { commander { name } } } }`,
    );
    expect(state).toEqual({ command: { commander: { name: 'Ada' } } });
  });

  it('is pinned no more', async () => {
    const incident = await declare(ada.api);
    const entry = await note(incident, 'Look here');
    await correct(ada, 'pinEntry', { incident, entry });
    const struck = await correct(ada, 'strikeEntry', { incident, entry, reason: 'Stale' });
    expect(struck.events.map(({ type }) => type)).toEqual(['EntryUnpinned', 'EntryStruck']);
    expect(struck.entry).toMatchObject({ pinned: false, struck: { reason: 'Stale' } });
    expect(codes(await correct(ada, 'pinEntry', { incident, entry }))).toEqual(['ENTRY_STRUCK']);
    expect(await correct(ada, 'unpinEntry', { incident, entry })).toMatchObject({
      ...{ events: [], refusals: [] },
    });
  });

  it('is struck once, whoever else does at the same time', async () => {
    const incident = await declare(ada.api);
    const entry = await note(incident, 'Wrong');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        correct(n % 2 === 0 ? ada : bob, 'strikeEntry', { incident, entry, reason: `Nr ${n}` }),
      ),
    );
    expect(answers.flatMap(codes)).toEqual([]);
    expect(answers.flatMap(({ events }) => events)).toHaveLength(1);
  });
});

describe('pins', () => {
  it('show what to look at first, and are taken off again', async () => {
    const incident = await declare(ada.api);
    const [one] = [await note(incident, 'One'), await note(incident, 'Two')];
    expect((await correct(ada, 'pinEntry', { incident, entry: one })).events).toHaveLength(1);
    expect((await correct(bob, 'pinEntry', { incident, entry: one })).events).toEqual([]);
    expect(texts(await logOf(incident, 'pinned: true'))).toEqual(['One']);
    expect(texts(await logOf(incident, 'pinned: false, types: ["NoteAdded"]'))).toEqual(['Two']);
    const { entry } = await correct(bob, 'unpinEntry', { incident, entry: one });
    expect(entry?.pinned).toBe(false);
    expect(texts(await logOf(incident, 'pinned: true'))).toEqual([]);
  });

  it('are at most twenty, also when all come at once', async () => {
    const incident = await declare(ada.api);
    const entries = await Promise.all(
      Array.from({ length: 25 }, (_, n) => note(incident, `Note ${n}`)),
    );
    const answers = await Promise.all(
      entries.map((entry) => correct(ada, 'pinEntry', { incident, entry })),
    );
    expect(answers.flatMap(codes)).toEqual(Array.from({ length: 5 }, () => 'TOO_MANY_PINS'));
    expect((await logOf(incident, 'first: 200, pinned: true')).nodes).toHaveLength(20);
  });
});

describe('search', () => {
  it('finds entries in which all words occur, whatever their case and accents', async () => {
    const incident = await declare(ada.api, { title: 'Café page fails' });
    await note(incident, 'Blocked rule waf/managed/100173 at 100% of hosts');
    await note(incident, 'The WAF is fine');
    const found = async (search: string, args = '') =>
      texts(await logOf(incident, `search: ${JSON.stringify(search)}${args}`));
    const blocked = 'Blocked rule waf/managed/100173 at 100% of hosts';
    expect(await found('waf')).toEqual([blocked, 'The WAF is fine']);
    expect(await found('waf blo')).toEqual([blocked]);
    expect(await found('  Managed/1001 ')).toEqual([blocked]);
    expect(await found('100% hosts')).toEqual([blocked]);
    expect(await found('1%3')).toEqual([]);
    expect(await found('w_f')).toEqual([]);
    expect(await found('waf absent')).toEqual([]);
    expect(await found('CAFE')).toEqual([null]);
    expect(await found('cafe\u0301 page')).toEqual([null]);
    await expect(found('a'.repeat(201))).rejects.toThrow(/search/);
  });

  it('looks in what stands, and in the history in what was recorded', async () => {
    const incident = await declare(ada.api);
    const link = { url: 'https://grafana.example/shop', title: 'Dashboard' };
    const caption = 'Errors rise';
    const entry = await made('attachEvidence', { incident, evidence: { link }, caption });
    const newText = 'Latency rises';
    await correct(ada, 'amendEntry', { incident, entry, newText, reason: 'Other axis' });
    const found = async (args: string) =>
      (await logOf(incident, args)).nodes.map(({ event }) => event.type);
    expect(await found('search: "errors"')).toEqual([]);
    expect(await found('search: "latency grafana"')).toEqual(['EvidenceAttached']);
    expect(await found('view: HISTORY, search: "errors grafana"')).toEqual(['EvidenceAttached']);
    expect(await found('view: HISTORY, search: "latency"')).toEqual(['EntryAmended']);
    expect(await found('view: HISTORY, search: "axis"')).toEqual(['EntryAmended']);
    await correct(ada, 'strikeEntry', { incident, entry, reason: 'Other shop' });
    expect(await found('search: "latency"')).toEqual([]);
  });

  it('looks for what is a sign to the database as for any other letter', async () => {
    const incident = await declare(ada.api);
    const texts = [
      '100%',
      '1000',
      'a_b',
      'axb',
      String.raw`C:\\temp`,
      "it's",
      '“日本”',
      '👩‍🚒 called',
    ];
    for (const text of texts) await note(incident, text);
    const found = async (search: string) => {
      const query = `query ($incident: ID!, $search: String) { incident(id: $incident) {
        log(search: $search, types: ["NoteAdded"]) { nodes { text } } } }`;
      type Found = { incident: { log: { nodes: { text: string }[] } } };
      const answer = await ada.api.ask<Found>(query, { incident, search });
      return answer.incident.log.nodes.map(({ text }) => text);
    };
    expect(await found('%')).toEqual(['100%']);
    expect(await found('_')).toEqual(['a_b']);
    for (const text of texts) expect(await found(text.toUpperCase())).toEqual([text]);
  });

  it('keeps to the incident', async () => {
    const [one, other] = [await declare(ada.api), await declare(ada.api)];
    await note(one, 'Only here');
    expect(texts(await logOf(one, 'search: "only here"'))).toEqual(['Only here']);
    expect(texts(await logOf(other, 'search: "only here"'))).toEqual([]);
  });
});

describe('the pages of a log', () => {
  it.each(['CURRENT', 'HISTORY'])('of the view %s go on where they ended', async (view) => {
    const incident = await declare(ada.api, { occurredAt: '2026-03-01T11:00:00Z' });
    const at = ['11:30', '11:10', '11:10', '11:20', '11:10'];
    for (const [n, time] of at.entries())
      await note(incident, `${n}`, { occurredAt: `2026-03-01T${time}:00Z` });
    const order =
      view === 'CURRENT' ? [null, '1', '2', '4', '3', '0'] : [null, '0', '1', '2', '3', '4'];
    const first = await logOf(incident, `view: ${view}, first: 3`);
    expect(texts(first)).toEqual(order.slice(0, 3));
    expect(first.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false });
    const after = `view: ${view}, first: 3, after: "${first.edges[2]?.cursor ?? ''}"`;
    expect(texts(await logOf(incident, after))).toEqual(order.slice(3));
    const last = await logOf(incident, `view: ${view}, last: 2`);
    expect(texts(last)).toEqual(order.slice(4));
    const before = `view: ${view}, last: 3, before: "${last.edges[0]?.cursor ?? ''}"`;
    expect(texts(await logOf(incident, before))).toEqual(order.slice(1, 4));
    const elsewhere = await declare(ada.api);
    await expect(logOf(elsewhere, after)).rejects.toThrow(/cursor/);
  });
});

describe('another organization', () => {
  it('neither sees nor corrects an entry', async () => {
    const incident = await declare(ada.api);
    const entry = await note(incident, 'Ours');
    const elsewhere = await TestApp.start(database);
    const stranger = await elsewhere.person('Stranger', 'ADMIN');
    const own = await declare(stranger.api);
    for (const input of [{ incident }, { incident: own }])
      for (const [mutation, more] of [
        ['amendEntry', { newText: 'Theirs', reason: 'Why' }],
        ['strikeEntry', { reason: 'Why' }],
        ['pinEntry', {}],
        ['unpinEntry', {}],
      ] as const) {
        const tried = await correct(stranger, mutation, { ...input, entry, ...more });
        expect(tried).toMatchObject({ events: [], entry: null });
        expect(codes(tried)).toEqual([
          input.incident === own ? 'ENTRY_NOT_FOUND' : 'INCIDENT_NOT_FOUND',
        ]);
      }
    expect(texts(await logOf(incident))).toEqual([null, 'Ours']);
    await elsewhere.close();
  });

  it('viewers read the log and correct nothing', async () => {
    const incident = await declare(ada.api);
    const entry = await note(incident, 'One');
    const viewer = await app.person('Vera', 'VIEWER');
    expect(texts(await logOf(incident, '', viewer))).toEqual([null, 'One']);
    await expect(correct(viewer, 'pinEntry', { incident, entry })).rejects.toThrow(/RESPONDER/);
  });
});

describe('the migration', () => {
  it('gives the events of before the rows that append would have given them', async () => {
    const incident = await declare(ada.api, { title: 'Café is down', service: 'shop' });
    await note(incident, 'Größer als ÉTÉ');
    await made('publishUpdate', { incident, audience: 'INTERNAL', text: 'On it' });
    await made('declareContained', { incident });
    const rows = async () => {
      const found = await database.owner.query<{ words: string }>(
        'select * from bridgelog.entries where incident = $1 order by version',
        [incident],
      );
      return found.rows;
    };
    const before = await rows();
    const file = new URL('../../migrations/1764000000012-log.sql', import.meta.url);
    const sql = readFileSync(file, 'utf8');
    await database.owner.query('delete from bridgelog.entries');
    await database.owner.query(sql.slice(sql.indexOf('insert into bridgelog.entries (')));
    const after = await rows();
    const inAnyOrder = ({ words }: { words: string }) => words.split(' ').sort();
    expect(after.map(inAnyOrder)).toEqual(before.map(inAnyOrder));
    expect(after.map((row) => ({ ...row, words: null }))).toEqual(
      before.map((row) => ({ ...row, words: null })),
    );
  });
});

describe('the pages of a log', () => {
  const minute = fc.integer({ min: 0, max: 3 }).map((n) => `2026-03-01T11:0${n}:00.000000Z`);
  const written = fc.record({
    at: minute,
    amendedTo: fc.option(minute, { nil: undefined }),
    isStruck: fc.boolean(),
  });

  /** Page by page, from the one end or the other, in the order of the log. */
  const paged = async (incident: string, view: string, size: number, isBackward: boolean) => {
    const found: string[] = [];
    let beyond = '';
    for (;;) {
      const page = isBackward ? `last: ${size}` : `first: ${size}`;
      const { nodes, edges, pageInfo } = await logOf(incident, `view: ${view}, ${page}${beyond}`);
      const ids = nodes.map(({ id }) => id);
      found.splice(isBackward ? 0 : found.length, 0, ...ids);
      if (!(isBackward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return found;
      const [first, last] = [edges.at(0)?.cursor, edges.at(-1)?.cursor];
      beyond = isBackward ? `, before: "${first}"` : `, after: "${last}"`;
    }
  };

  it('show each entry once and in order, both ways, also at equal and amended times', async () => {
    const log = fc.array(written, { minLength: 1, maxLength: 12 });
    const run = async (
      notes: readonly (typeof written extends fc.Arbitrary<infer W> ? W : never)[],
      size: number,
    ) => {
      const incident = await declare(ada.api, { occurredAt: '2026-03-01T11:01:00Z' });
      const told: string[] = [];
      for (const [nth, { at }] of notes.entries()) {
        told.push(await note(incident, String(nth), { occurredAt: at }));
      }
      const standing = await Promise.all(
        notes.map(async ({ at, amendedTo = at, isStruck }, nth) => {
          const about = { incident, entry: told[nth], reason: 'So' };
          if (amendedTo !== at) {
            await correct(ada, 'amendEntry', { ...about, newOccurredAt: amendedTo });
          }
          if (isStruck) await correct(ada, 'strikeEntry', about);
          return { id: told[nth], at: amendedTo, isStruck };
        }),
      );
      // Sorting keeps what is equal in the order in which it was recorded.
      const current = [{ id: '', at: '2026-03-01T11:01:00.000000Z', isStruck: false }, ...standing]
        .filter(({ isStruck }) => !isStruck)
        .sort((one, other) => one.at.localeCompare(other.at))
        .map(({ id }) => id);
      const { rows } = await database.owner.query<{ id: string }>(
        'select id from bridgelog.events where organization = $1 and stream = $2 order by version',
        [app.organization, incident],
      );
      const declaration = rows[0]?.id;
      for (const isBackward of [false, true]) {
        expect(await paged(incident, 'CURRENT', size, isBackward)).toEqual(
          current.map((id) => (id === '' ? declaration : id)),
        );
        expect(await paged(incident, 'HISTORY', size, isBackward)).toEqual(
          rows.map(({ id }) => id),
        );
      }
    };
    await fc.assert(fc.asyncProperty(log, fc.integer({ min: 1, max: 4 }), run), { numRuns: 10 });
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let app: TestApp;
let ada: Person;
let ida: Person;

beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  [ada, ida] = [await app.person('Ada'), await app.person('Ida', 'ADMIN')];
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const file = (name: string, ...more: string[]): string =>
  [
    ...[`name: ${name}`, `title: All of ${name}`, 'checks:'],
    ...['  - check: queue', '    title: Queues', '  - check: database', '    title: Ours', ...more],
  ].join('\n');

type Refusal = {
  code: string;
  path: string[] | null;
  problems?: { line: number; column: number; path: string; message: string }[];
};
type Recorded = {
  events: { sentence: string }[];
  replayed: boolean;
  refusals: Refusal[];
  playbook: { id: string; name: string; version: number; isRetired: boolean } | null;
};
const answer = `events { sentence } replayed
  refusals { code path ... on PlaybookInvalid { problems { line column path message } } }
  playbook { id name version isRetired }`;
const send = (by: Person, mutation: string, input: object) =>
  by.api.send<Recorded>(mutation, input, answer);

const create = async (yaml: string, more: object = {}): Promise<string> => {
  const { playbook, refusals } = await send(ida, 'createPlaybook', { yaml, ...more });
  expect(refusals).toEqual([]);
  return playbook?.id ?? '';
};

type Version = { version: number; content: { windows: { suspectsMinutes: number } } };
type Clock = { nudge: string; raisedAt: string | null; dueAt: string | null };
type Running = {
  playbook: { reference: string; title: string };
  checks: { check: string; title: string; status: string }[];
};
const fields = `playbook { reference title } checks { check title status }`;
const runs = async (incident: string, by = ada): Promise<Running> =>
  (
    await by.api.ask<{ incident: Running }>(
      `query ($incident: ID!) { incident(id: $incident) { ${fields} } }`,
      { incident },
    )
  ).incident;
type Declared = {
  incident: (Running & { id: string }) | null;
  refusals: Refusal[];
  replayed: boolean;
};
const declareBy = (input: object) =>
  ada.api.send<Declared>(
    'declareIncident',
    { title: 'Down', severity: 'SEV2', ...input },
    `incident { id ${fields} } replayed refusals { code path }`,
  );

describe('a playbook of the organization', () => {
  it('is created from a file, and published again', async () => {
    const yaml = file('shop', 'guardrails: {NO_COMMANDER: BLOCK}');
    const created = await send(ida, 'createPlaybook', { yaml });
    expect(created).toMatchObject({
      events: [
        { sentence: 'Ida created the playbook shop' },
        { sentence: 'Ida published version 1 of the playbook shop' },
      ],
      refusals: [],
      playbook: { name: 'shop', version: 1, isRetired: false },
    });
    const playbook = created.playbook?.id;
    const again = await send(ida, 'publishPlaybookVersion', { playbook, yaml });
    expect(again).toMatchObject({ events: [], refusals: [], playbook: { version: 1 } });
    const next = await send(ida, 'publishPlaybookVersion', {
      playbook,
      yaml: file('shop', 'windows: {leaseMinutes: 5}'),
    });
    expect(next).toMatchObject({
      events: [{ sentence: 'Ida published version 2 of the playbook shop' }],
      playbook: { version: 2 },
    });
    const { playbook: first } = await ada.api.ask<{ playbook: object }>(
      `{ playbook(name: "shop", version: 1) { reference publishedBy { name }
          content { title guardrails { guardrail modes { SEV1 } } windows { leaseMinutes } }
          playbook { version latest { reference } versions { nodes { version } } } } }`,
    );
    expect(first).toMatchObject({
      reference: 'shop@1',
      publishedBy: { name: 'Ida' },
      content: { title: 'All of shop', windows: { leaseMinutes: 15 } },
      playbook: {
        version: 2,
        latest: { reference: 'shop@2' },
        versions: { nodes: [{ version: 2 }, { version: 1 }] },
      },
    });
    expect(first).toHaveProperty('content.guardrails.0', {
      guardrail: 'NO_COMMANDER',
      modes: { SEV1: 'BLOCK' },
    });
  });

  it('is exported as a file that says the same', async () => {
    const playbook = await create(file('exported', 'clocks: {STALLED: never}'));
    const read = async () =>
      (await ada.api.ask<{ playbook: { yaml: string } }>('{ playbook(name: "exported") { yaml } }'))
        .playbook.yaml;
    const yaml = await read();
    expect(yaml).toContain('STALLED: never');
    const again = await send(ida, 'publishPlaybookVersion', { playbook, yaml });
    expect(again).toMatchObject({ events: [], refusals: [] });
    const builtIn = await ada.api.ask<{ playbook: { yaml: string } }>(
      '{ playbook(name: "first-thirty-minutes") { yaml } }',
    );
    const path = join(import.meta.dirname, '../../src/playbook/built-in/first-thirty-minutes.yaml');
    expect(builtIn.playbook.yaml).toBe(readFileSync(path, 'utf8'));
  });

  it('is told all that is wrong with it, and nothing is recorded', async () => {
    const yaml = 'name: wrong\nchecks:\n  - check: A\n    title: 5\n';
    const problems = [
      {
        line: 1,
        column: 1,
        path: '',
        message: 'title is missing: What the playbook is called, in one line',
      },
      {
        line: 3,
        column: 12,
        path: 'checks.0.check',
        message: 'This is of a-z, 0-9 and hyphens, as in recent-deployment',
      },
      { line: 4, column: 12, path: 'checks.0.title', message: 'This is text' },
    ];
    const refused = await send(ida, 'createPlaybook', { yaml });
    expect(refused).toMatchObject({ events: [], playbook: null });
    expect(refused.refusals).toEqual([
      { code: 'PLAYBOOK_INVALID', path: ['input', 'yaml'], problems },
    ]);
    const dry = await ada.api.ask(
      'query ($yaml: String!) { checkPlaybook(yaml: $yaml) { line column path message } }',
      { yaml },
    );
    expect(dry).toEqual({ checkPlaybook: problems });
    const right = await ada.api.ask(
      'query ($yaml: String!) { checkPlaybook(yaml: $yaml) { message } }',
      { yaml: file('right') },
    );
    expect(right).toEqual({ checkPlaybook: [] });
  });

  it('has a name that nobody else has, also of two who ask at once', async () => {
    const inputs = Array.from({ length: 8 }, (_, at) => ({
      yaml: file('race', `description: '${at}'`),
    }));
    const made = await Promise.all(inputs.map((input) => send(ida, 'createPlaybook', input)));
    const codes = made.flatMap(({ refusals }) => refusals.map(({ code }) => code));
    expect(codes).toEqual(Array(7).fill('PLAYBOOK_NAME_TAKEN'));
    const builtIn = await send(ida, 'createPlaybook', { yaml: file('first-thirty-minutes') });
    expect(builtIn.refusals).toMatchObject([{ code: 'PLAYBOOK_INVALID', problems: [{ line: 1 }] }]);
  });

  it('is created once by an id of your own', async () => {
    const input = { playbook: newId('pbk'), yaml: file('own') };
    await send(ida, 'createPlaybook', input);
    expect(await send(ida, 'createPlaybook', input)).toMatchObject({ events: [], refusals: [] });
    const other = await send(ida, 'createPlaybook', {
      ...input,
      yaml: file('own', 'windows: {}', 'description: x'),
    });
    expect(other.refusals).toMatchObject([{ code: 'PLAYBOOK_EXISTS' }]);
  });

  it('is written by admins alone', async () => {
    await expect(send(ada, 'createPlaybook', { yaml: file('mine') })).rejects.toThrow(/ADMIN|not/);
  });

  it('is not seen by another organization', async () => {
    const playbook = await create(file('ours', 'appliesTo: [{services: [ours]}]'));
    const other = await TestApp.start(database);
    try {
      const eve = await other.person('Eve', 'ADMIN');
      const seen = await eve.api.ask(
        `query ($id: ID!) { playbook(name: "ours") { name } playbooks { nodes { name } }
          node(id: $id) { id } chosenPlaybook(severity: SEV1, service: "ours") { rule { priority } } }`,
        { id: playbook },
      );
      expect(seen).toEqual({
        ...{ playbook: null, playbooks: { nodes: [] }, node: null },
        chosenPlaybook: { rule: null },
      });
      expect((await send(eve, 'createPlaybook', { yaml: file('ours') })).refusals).toEqual([]);
      const strange = await send(eve, 'publishPlaybookVersion', { playbook, yaml: file('ours') });
      expect(strange.refusals).toMatchObject([{ code: 'PLAYBOOK_NOT_FOUND' }]);
    } finally {
      await other.close();
    }
  });

  it('is listed by name, page by page, and is a node', async () => {
    const ask = (args: string) =>
      ada.api.ask<{
        playbooks: {
          nodes: { id: string; name: string }[];
          pageInfo: { endCursor: string; hasNextPage: boolean };
        };
      }>(`{ playbooks(${args}) { nodes { id name } pageInfo { endCursor hasNextPage } } }`);
    const all = (await ask('first: 100')).playbooks.nodes;
    const names = all.map(({ name }) => name);
    expect(names).toEqual(names.toSorted());
    const first = (await ask('first: 1')).playbooks;
    expect(first).toMatchObject({ nodes: [all[0]], pageInfo: { hasNextPage: true } });
    const second = (await ask(`first: 1, after: "${first.pageInfo.endCursor}"`)).playbooks;
    expect(second.nodes).toEqual([all[1]]);
    const node = await ada.api.ask(
      'query ($id: ID!) { node(id: $id) { ... on Playbook { name } } }',
      { id: all[0]?.id },
    );
    expect(node).toEqual({ node: { name: names[0] } });
  });
});

describe('which playbook an incident runs', () => {
  it('is chosen by rule, by priority, and then by name', async () => {
    await create(file('pay-all', "appliesTo: [{services: ['pay*']}]"));
    await create(file('pay-also', "appliesTo: [{services: ['pay*']}]"));
    await create(
      file('pay-worst', 'appliesTo: [{services: [payments], severities: [SEV1], priority: 9}]'),
    );
    await create(file('drills', 'appliesTo: [{services: [drill], modes: [DRILL]}]'));
    const chosen = async (input: object) => (await declareBy(input)).incident?.playbook.reference;
    expect(await chosen({ service: 'Payments' })).toBe('pay-all@1');
    expect(await chosen({ service: 'payments', severity: 'SEV1' })).toBe('pay-worst@1');
    expect(await chosen({ service: 'drill', mode: 'DRILL' })).toBe('drills@1');
    expect(await chosen({ service: 'drill' })).toBe('first-thirty-minutes@1');
    expect(await chosen({})).toBe('first-thirty-minutes@1');
    const told = await ada.api.ask(
      '{ chosenPlaybook(severity: SEV1, service: "payments") { why playbook { reference } rule { priority } } }',
    );
    expect(told).toEqual({
      chosenPlaybook: {
        why: 'A rule of pay-worst@1 holds, with priority 9',
        playbook: { reference: 'pay-worst@1' },
        rule: { priority: 9 },
      },
    });
  });

  it('is fixed when it is declared, whatever is published later', async () => {
    const playbook = await create(file('fixed', 'appliesTo: [{services: [fixed]}]'));
    const input = { incident: newId('inc'), service: 'fixed', idempotencyKey: newId('x') };
    const first = await declareBy(input);
    expect(first.incident).toMatchObject({
      playbook: { reference: 'fixed@1', title: 'All of fixed' },
      checks: [
        { check: 'queue', status: 'PENDING' },
        { check: 'database', title: 'Ours' },
      ],
    });
    const yaml = file('fixed', 'appliesTo: [{services: [fixed]}]').replace('Queues', 'Others');
    await send(ida, 'publishPlaybookVersion', { playbook, yaml });
    expect((await declareBy(input)).replayed).toBe(true);
    const { idempotencyKey: _key, ...repeated } = input;
    expect(await declareBy(repeated)).toEqual({ ...first, replayed: false });
    expect((await declareBy({ service: 'fixed' })).incident?.checks[0]?.title).toBe('Others');
  });

  it('is named by hand, by its latest version or another, unless it is retired', async () => {
    const playbook = await create(file('by-hand', 'appliesTo: [{services: [by-hand]}]'));
    await send(ida, 'publishPlaybookVersion', { playbook, yaml: file('by-hand') });
    const reference = async (given: string) => {
      const { incident, refusals } = await declareBy({ playbook: given });
      return incident?.playbook.reference ?? refusals[0]?.code;
    };
    expect(await reference('by-hand')).toBe('by-hand@2');
    expect(await reference('by-hand@1')).toBe('by-hand@1');
    for (const given of ['by-hand@3', 'by-hand@0', 'nobody', 'first-thirty-minutes@2', 'By Hand'])
      expect([given, await reference(given)]).toEqual([given, 'PLAYBOOK_NOT_FOUND']);
    const running = await declareBy({ incident: newId('inc'), playbook: 'by-hand' });
    const retired = await send(ida, 'retirePlaybook', { playbook, reason: 'Too long' });
    expect(retired).toMatchObject({
      events: [{ sentence: 'Ida retired the playbook by-hand' }],
      playbook: { isRetired: true },
    });
    expect(await reference('by-hand')).toBe('PLAYBOOK_RETIRED');
    expect((await declareBy({ service: 'by-hand' })).incident?.playbook.reference).toBe(
      'first-thirty-minutes@1',
    );
    const { id } = running.incident ?? { id: '' };
    expect((await runs(id)).playbook.reference).toBe('by-hand@2');
    expect((await declareBy({ incident: id, playbook: 'by-hand' })).refusals).toEqual([]);
    const again = await send(ida, 'publishPlaybookVersion', {
      playbook,
      yaml: file('by-hand', 'windows: {}'),
    });
    expect(again.refusals).toMatchObject([{ code: 'PLAYBOOK_RETIRED' }]);
  });

  it('says how long leases last, which changes are suspects, and what updates and suggestions say', async () => {
    await database.setClock('2026-03-01T12:00:00Z', 0);
    const yaml = [
      file('narrow', 'windows: {suspectsMinutes: 10, leaseMinutes: 7}'),
      "suggestions: [{kind: FAILOVER, of: SERVICE, why: 'Fail {{service}} over'}]",
      "templates: [{audience: INTERNAL, moment: FIRST, text: 'Down: {{title}}'}]",
    ].join('\n');
    await create(yaml);
    const incident = (await declareBy({ playbook: 'narrow', service: 'cart' })).incident?.id;
    const start = '2026-03-01T11:50:00Z';
    for (const [title, startedAt] of [
      ['Near', '2026-03-01T11:45:00Z'],
      ['Far', '2026-03-01T11:30:00Z'],
    ])
      await ada.api.send('recordChange', { kind: 'DEPLOY', title, startedAt }, 'position');
    const scope = {
      extent: 'WHOLE_APP',
      affected: 'ALL_USERS',
      impactStartedAt: start,
      impactStartSource: 'REPORT',
    };
    await ada.api.send('assessScope', { incident, ...scope }, 'position');
    await app.settle();
    const action = await ada.api.send<{ events: { lease?: string }[] }>(
      'startAction',
      { incident, target: 'service/cart', kind: 'RESTART', intent: 'CONTAIN' },
      'events { ... on ActionStarted { lease } }',
    );
    expect(action.events.flatMap(({ lease }) => lease ?? [])).toEqual(['PT7M']);
    const read = () =>
      ada.api.ask<{ incident: object }>(
        `query ($incident: ID!) { incident(id: $incident) { suspects { change { title } }
          suggestions { kind why } updateDraft(audience: INTERNAL) { text } } }`,
        { incident },
      );
    expect((await read()).incident).toEqual({
      suspects: [{ change: { title: 'Near' } }],
      suggestions: [{ kind: 'FAILOVER', why: 'Fail cart over' }],
      updateDraft: { text: 'Down: Down' },
    });
    await ada.api.send(
      'moveToPlaybook',
      { incident, playbook: 'first-thirty-minutes' },
      'position',
    );
    await app.settle();
    expect((await read()).incident).toMatchObject({
      suspects: [{ change: { title: 'Near' } }, { change: { title: 'Far' } }],
    });
  });
});

describe('the templates of updates', () => {
  const templates = async (args: string, by = ada) =>
    (
      await by.api.ask<{ updateTemplates: { text: string }[] }>(
        `{ updateTemplates${args} { text } }`,
      )
    ).updateTemplates.map(({ text }) => text);

  it('are those of the built-in playbook, or of one that is named', async () => {
    const own = (text: string) =>
      file('worded', `templates: [{audience: INTERNAL, moment: FIRST, text: ${text}}]`);
    const playbook = await create(own('Ours'));
    await send(ida, 'publishPlaybookVersion', { playbook, yaml: own('Theirs') });
    const usual = await templates('');
    expect(await templates('(playbook: "first-thirty-minutes@1")')).toEqual(usual);
    expect((await templates('(playbook: "worded")'))[0]).toBe('Theirs');
    expect((await templates('(playbook: "worded@1")'))[0]).toBe('Ours');
    const outside = '(playbook: "worded", audience: CUSTOMERS)';
    expect(await templates(outside)).toEqual(await templates('(audience: CUSTOMERS)'));
    await send(ida, 'retirePlaybook', { playbook });
    expect((await templates('(playbook: "worded")'))[0]).toBe('Theirs');
  });

  it('are not those of another organization', async () => {
    await create(file('secret'));
    const elsewhere = await TestApp.start(database);
    const eve = await elsewhere.person('Eve', 'ADMIN');
    await expect(templates('(playbook: "secret")', eve)).rejects.toThrow(
      'There is no playbook secret',
    );
    await elsewhere.close();
  });
});

describe('a playbook, of many who ask at once', () => {
  const windows = (minutes: number) => `windows: {suspectsMinutes: ${minutes}}`;
  const many = Array.from({ length: 20 }, (_, at) => at + 1);

  it('has versions without holes, each of one of them', async () => {
    const playbook = await create(file('busy'));
    const published = await Promise.all(
      many.map((minutes) =>
        send(ida, 'publishPlaybookVersion', { playbook, yaml: file('busy', windows(minutes)) }),
      ),
    );
    expect(published.flatMap(({ refusals }) => refusals)).toEqual([]);
    const { playbook: latest } = await ada.api.ask<{
      playbook: { playbook: { versions: { nodes: Version[] } } };
    }>(
      `{ playbook(name: "busy") { playbook { versions(first: 50) { nodes {
        version content { windows { suspectsMinutes } } } } } } }`,
    );
    const { nodes } = latest.playbook.versions;
    expect(nodes.map(({ version }) => version)).toEqual([...many, 21].toReversed());
    const said = nodes.slice(0, -1).map(({ content }) => content.windows.suspectsMinutes);
    expect(new Set(said)).toEqual(new Set(many));
  });

  it('is run by incidents in a version that was the latest, with its checks', async () => {
    const version = (at: number) =>
      file('moving', `  - {check: v${at}, title: At ${at}}`, 'appliesTo: [{services: [moving]}]');
    const playbook = await create(version(1));
    const publish = async () => {
      for (const at of [2, 3, 4])
        await send(ida, 'publishPlaybookVersion', { playbook, yaml: version(at) });
    };
    const [, ...declared] = await Promise.all([
      publish(),
      ...many.map(() => declareBy({ service: 'moving' })),
    ]);
    for (const { incident, refusals } of declared) {
      expect(refusals).toEqual([]);
      const [, at] = incident?.playbook.reference.split('@') ?? [];
      expect(incident?.checks.map(({ check }) => check)).toEqual(['queue', 'database', `v${at}`]);
    }
  });
});

describe('moveToPlaybook', () => {
  type Moved = { events: { sentence: string }[]; incident: Running; refusals: Refusal[] };
  const move = (by: Person, input: object) =>
    by.api.send<Moved>(
      'moveToPlaybook',
      input,
      `events { sentence } incident { ${fields} } refusals { code path }`,
    );

  it('keeps what was done, and replaces what nobody has begun', async () => {
    await create(file('next'));
    const incident = await declare(ada.api);
    const done = { incident, check: 'recent-deployment', verdict: 'CLEAR', summary: 'None' };
    await ada.api.send('completeCheck', done, 'position');
    await ada.api.send(
      'addCheck',
      { incident, check: 'printer', title: 'Printer', lookAt: [] },
      'position',
    );
    const moved = await move(ada, { incident, playbook: 'next', remark: 'It is the shop' });
    expect(moved.events).toEqual([
      {
        sentence:
          'Ada moved the incident from the playbook first-thirty-minutes@1 to next@1: It is the shop',
      },
    ]);
    expect(moved.incident).toEqual({
      playbook: { reference: 'next@1', title: 'All of next' },
      checks: [
        { check: 'queue', title: 'Queues', status: 'PENDING' },
        { check: 'database', title: 'Ours', status: 'PENDING' },
        { check: 'recent-deployment', title: 'Recent deployment or change', status: 'CLEAR' },
        { check: 'printer', title: 'Printer', status: 'PENDING' },
      ],
    });
    expect(await move(ada, { incident, playbook: 'next@1' })).toMatchObject({
      events: [],
      refusals: [],
    });
    const back = await move(ada, { incident, playbook: 'first-thirty-minutes' });
    expect(
      back.incident.checks.map(({ check, title, status }) => `${check} ${title} ${status}`),
    ).toEqual([
      'recent-deployment Recent deployment or change CLEAR',
      'database Database PENDING',
      'memory-and-cpu Memory and CPU PENDING',
      'external-dependencies External dependencies PENDING',
      'ssl-and-dns SSL and DNS PENDING',
      'printer Printer PENDING',
    ]);
  });

  it('brings its clocks, counted from the same causes, and takes back what it never reminds of', async () => {
    await create(file('hasty', 'clocks: {NO_COMMANDER: 2, NO_SCOPE: 3}'));
    await create(file('calm', 'clocks: {NO_COMMANDER: never, NO_SCOPE: 60}'));
    await database.setClock('2026-03-01T12:00:00Z', 0);
    const incident = await declare(ada.api);
    const states = async () => {
      await app.settle();
      const found = await ada.api.ask<{ incident: { clocks: Clock[] } }>(
        `query ($incident: ID!) { incident(id: $incident) { clocks { nudge raisedAt dueAt } } }`,
        { incident },
      );
      return found.incident.clocks
        .filter(({ nudge }) => nudge === 'NO_COMMANDER' || nudge === 'NO_SCOPE')
        .map(({ nudge, raisedAt, dueAt }) =>
          raisedAt === null ? `${nudge} at ${dueAt?.slice(11, 16)}` : `${nudge} raised`,
        )
        .toSorted();
    };
    await database.setClock('2026-03-01T12:02:30Z', 0);
    expect(await states()).toEqual(['NO_COMMANDER at 12:05', 'NO_SCOPE at 12:10']);
    await move(ada, { incident, playbook: 'hasty' });
    expect(await states()).toEqual(['NO_COMMANDER raised', 'NO_SCOPE at 12:03']);
    await move(ada, { incident, playbook: 'calm' });
    expect(await states()).toEqual(['NO_SCOPE at 13:00']);
    await database.setClock('2026-03-01T12:03:30Z', 0);
    expect(await states()).toEqual(['NO_SCOPE at 13:00']);
  });

  it('is a directive', async () => {
    const [incident, grace] = [await declare(ada.api), await app.person('Grace')];
    await ada.api.send('takeCommand', { incident }, 'position');
    const refused = await move(grace, { incident, playbook: 'next' });
    expect(refused.refusals).toMatchObject([{ code: 'TERM_REQUIRED' }]);
    expect((await move(grace, { incident, playbook: 'next', term: 1 })).refusals).toEqual([]);
    const unknown = await move(ada, { incident, playbook: 'nobody' });
    expect(unknown.refusals).toEqual([{ code: 'PLAYBOOK_NOT_FOUND', path: ['input', 'playbook'] }]);
  });
});

describe('the JSON schema', () => {
  it('is served as it is committed', async () => {
    const { playbookSchema } = await ada.api.ask<{ playbookSchema: string }>('{ playbookSchema }');
    const path = join(import.meta.dirname, '../../docs/playbook.schema.json');
    expect(JSON.parse(playbookSchema)).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../../src/drill/api-client.js';
import { newId } from '../../src/platform/ids.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
const apps = new Set<TestApp>();

beforeAll(async () => {
  database = await TestDatabase.create();
});
afterAll(async () => {
  await Promise.all([...apps].map((app) => app.close()));
  await database.drop();
});

const start = async (organization?: string): Promise<TestApp> => {
  const app = await TestApp.start(database, organization === undefined ? {} : { organization });
  apps.add(app);
  return app;
};

type Scene = { app: TestApp; ada: Person; monitoring: ApiClient };

/** An organization of its own: what one test records is no suspect in another. */
const scene = async (): Promise<Scene> => {
  const app = await start();
  return { app, ada: await app.person('Ada'), monitoring: await app.tool('Monitoring') };
};

/** A time of the day of the tests, at which it is twelve. */
const at = (time: string) => `2026-03-01T${time}:00.000000Z`;

type Recorded = {
  change: { id: string } | null;
  events: { type: string }[];
  refusals: { code: string; change?: string }[];
};
const answer = 'change { id } events { type } refusals { code ... on ChangeExists { change } }';

const send = (api: ApiClient, input: object) =>
  api.send<Recorded>('recordChange', { kind: 'DEPLOY', title: 'New cart', ...input }, answer);

const record = async (api: ApiClient, time: string, title = `At ${time}`): Promise<string> => {
  const { change } = await send(api, { title, startedAt: at(time) });
  return change?.id ?? '';
};

/** States or corrects when the impact began, and lets policy look. */
const begin = async ({ app, ada }: Scene, incident: string, time: string): Promise<void> => {
  const known = { impactStartedAt: at(time), impactStartSource: 'MONITORING', reason: 'Metrics' };
  await ada.api.send('correctImpactStart', { incident, ...known }, 'position');
  await app.settle();
};

type Suspects = {
  incident: { suspects: { change: { title: string }; status: string; minutesBefore: number }[] };
};
const suspectsOf = async ({ ada }: Scene, incident: string, status?: string[]) => {
  const found = await ada.api.ask<Suspects>(
    `query ($incident: ID!, $status: [SuspectStatus!]) { incident(id: $incident) {
      suspects(status: $status) { status minutesBefore change { title } } } }`,
    { incident, status },
  );
  return found.incident.suspects.map(({ change, status: is, minutesBefore }) => [
    change.title,
    is,
    minutesBefore,
  ]);
};

type Timeline = { incident: { version: number; timeline: { nodes: { sentence: string }[] } } };
const timelineOf = async ({ ada }: Pick<Scene, 'ada'>, incident: string) => {
  const query = `query ($incident: ID!) { incident(id: $incident) { version
    timeline(first: 200) { nodes { sentence causationId } } } }`;
  return (await ada.api.ask<Timeline>(query, { incident })).incident;
};
const sentences = async (from: Pick<Scene, 'ada'>, incident: string, about: string) =>
  (await timelineOf(from, incident)).timeline.nodes
    .map(({ sentence }) => sentence)
    .filter((sentence) => sentence.includes(about));

describe('suspects', () => {
  it('are the changes of the two hours before the impact, nearest first', async () => {
    const own = await scene();
    for (const time of ['09:44', '09:45', '11:10', '11:42', '11:45', '11:46']) {
      await record(own.monitoring, time);
    }
    const incident = await declare(own.ada.api);
    await own.app.settle();
    expect(await suspectsOf(own, incident)).toEqual([]);
    await begin(own, incident, '11:45');
    expect(await suspectsOf(own, incident)).toEqual([
      ['At 11:45', 'SUSPECT', 0],
      ['At 11:42', 'SUSPECT', 3],
      ['At 11:10', 'SUSPECT', 35],
      ['At 09:45', 'SUSPECT', 120],
    ]);
    expect(await sentences(own, incident, '11:42')).toEqual([
      'Bridgelog (suspects) linked At 11:42 as a suspect, 3 min before the impact',
    ]);
  });

  it('are looked for when the scope is assessed with a start, and name that as their cause', async () => {
    const own = await scene();
    await record(own.monitoring, '11:42');
    await own.app.settle();
    const incident = await declare(own.ada.api);
    const scope = {
      ...{ incident, extent: 'WHOLE_APP', affected: 'ALL_USERS' },
      ...{ impactStartedAt: at('11:45'), impactStartSource: 'REPORT' },
    };
    const { events } = await own.ada.api.send<{ events: { id: string }[] }>(
      'assessScope',
      scope,
      'events { id }',
    );
    await own.app.settle();
    const { timeline } = await timelineOf(own, incident);
    expect(timeline.nodes.at(-1)).toEqual({
      sentence: 'Bridgelog (suspects) linked At 11:42 as a suspect, 3 min before the impact',
      causationId: events[0]?.id,
    });
  });

  it('are found when the change comes in late, also in an incident that is resolved', async () => {
    const own = await scene();
    const [open, resolved, elsewhere] = [
      await declare(own.ada.api),
      await declare(own.ada.api),
      await declare(own.ada.api),
    ];
    await begin(own, open, '11:45');
    await begin(own, resolved, '11:50');
    await begin(own, elsewhere, '11:30');
    await own.ada.api.send('takeCommand', { incident: resolved }, 'position');
    await own.ada.api.send('resolveIncident', { incident: resolved }, 'position');
    await record(own.monitoring, '11:42');
    await own.app.settle();
    expect(await suspectsOf(own, open)).toEqual([['At 11:42', 'SUSPECT', 3]]);
    expect(await suspectsOf(own, resolved)).toEqual([['At 11:42', 'SUSPECT', 8]]);
    expect(await suspectsOf(own, elsewhere)).toEqual([]);
  });

  it('follow the start of the impact forth and back, but for what was judged or linked by hand', async () => {
    const own = await scene();
    const { ada, monitoring } = own;
    for (const time of ['09:00', '11:42']) await record(monitoring, time);
    const [judged, byHand] = [await record(monitoring, '11:41'), await record(monitoring, '05:00')];
    const incident = await declare(ada.api);
    await begin(own, incident, '11:45');
    const about = { incident, reason: 'Not ours' };
    await ada.api.send('clearChange', { ...about, change: judged }, 'position');
    await ada.api.send('linkChange', { incident, change: byHand }, 'position');
    const there = [
      ['At 11:42', 'SUSPECT', 3],
      ['At 11:41', 'CLEARED', 4],
      ['At 05:00', 'SUSPECT', 405],
    ];
    expect(await suspectsOf(own, incident)).toEqual(there);
    await begin(own, incident, '10:00');
    expect(await suspectsOf(own, incident)).toEqual([
      ['At 09:00', 'SUSPECT', 60],
      ['At 11:41', 'CLEARED', -101],
      ['At 05:00', 'SUSPECT', 300],
    ]);
    expect(await suspectsOf(own, incident, ['UNLINKED'])).toEqual([['At 11:42', 'UNLINKED', -102]]);
    await begin(own, incident, '11:45');
    expect(await suspectsOf(own, incident)).toEqual(there);
  });

  it('are never linked again by policy once a person has unlinked them', async () => {
    const own = await scene();
    const change = await record(own.monitoring, '11:42');
    const incident = await declare(own.ada.api);
    await begin(own, incident, '11:45');
    const unlink = { incident, change, reason: 'Staging only' };
    await own.ada.api.send('unlinkChange', unlink, 'position');
    await begin(own, incident, '10:00');
    await begin(own, incident, '11:45');
    await own.ada.api.send('reviseChange', { change, startedAt: at('11:43') }, 'position');
    await own.app.settle();
    expect(await suspectsOf(own, incident)).toEqual([]);
    await own.ada.api.send('linkChange', { incident, change }, 'position');
    expect(await suspectsOf(own, incident)).toEqual([['At 11:42', 'SUSPECT', 2]]);
  });

  it('follow a change whose own time is revised, out of one window and into another', async () => {
    const own = await scene();
    const change = await record(own.monitoring, '11:42');
    const [late, early] = [await declare(own.ada.api), await declare(own.ada.api)];
    await begin(own, late, '11:45');
    await begin(own, early, '09:00');
    await own.monitoring.send('reviseChange', { change, startedAt: at('08:30') }, 'position');
    await own.app.settle();
    expect(await suspectsOf(own, late)).toEqual([]);
    expect(await suspectsOf(own, early)).toEqual([['At 11:42', 'SUSPECT', 30]]);
  });

  it('are the fifty nearest; one that comes in nearer crowds out the farthest', async () => {
    const own = await scene();
    const times = Array.from({ length: 50 }, (_, n) => `11:${String(n).padStart(2, '0')}`);
    await Promise.all(times.map((time) => record(own.monitoring, time)));
    const incident = await declare(own.ada.api);
    await begin(own, incident, '11:55');
    expect(await suspectsOf(own, incident)).toHaveLength(50);
    await record(own.monitoring, '11:54');
    await own.app.settle();
    const titles = (await suspectsOf(own, incident)).map(([title]) => title);
    expect(titles).toEqual([
      'At 11:54',
      ...times
        .slice(1)
        .reverse()
        .map((time) => `At ${time}`),
    ]);
  });
});

describe('the policy', () => {
  it('does nothing more when it looks twice', async () => {
    const own = await scene();
    await record(own.monitoring, '11:42');
    const incident = await declare(own.ada.api);
    await begin(own, incident, '11:45');
    const before = await timelineOf(own, incident);
    await own.app.settle();
    await own.app.settle();
    expect(await timelineOf(own, incident)).toEqual(before);
  });

  it('links a change once, however many processes look at the same time', async () => {
    const own = await scene();
    const { organization } = own.app;
    const others = await Promise.all([start(organization), start(organization)]);
    const incident = await declare(own.ada.api);
    await begin(own, incident, '11:55');
    for (const time of ['11:42', '11:43', '11:44']) await record(own.monitoring, time);
    await Promise.all([own.app, ...others].map((app) => app.settle()));
    expect(await sentences(own, incident, 'linked')).toHaveLength(3);
    expect(await suspectsOf(own, incident)).toHaveLength(3);
  });

  it('does after a restart what it had not done before it', async () => {
    const first = await scene();
    const { organization } = first.app;
    const [before, after] = [await declare(first.ada.api), await declare(first.ada.api)];
    await begin(first, after, '11:50');
    await record(first.monitoring, '11:42');
    const told = { impactStartedAt: at('11:45'), impactStartSource: 'REPORT', reason: 'Told' };
    await first.ada.api.send('correctImpactStart', { incident: before, ...told }, 'position');
    await first.app.close();
    apps.delete(first.app);
    const app = await start(organization);
    const own = { ...first, app, ada: await app.person('Ada') };
    expect(await suspectsOf(own, before)).toEqual([]);
    await app.settle();
    expect(await suspectsOf(own, before)).toEqual([['At 11:42', 'SUSPECT', 3]]);
    expect(await suspectsOf(own, after)).toEqual([['At 11:42', 'SUSPECT', 8]]);
  });

  it('never reaches into another organization', async () => {
    const [own, other] = [await scene(), await scene()];
    const change = await record(other.monitoring, '11:42');
    const incident = await declare(own.ada.api);
    await begin(own, incident, '11:45');
    await other.app.settle();
    expect(await suspectsOf(own, incident)).toEqual([]);
    const refused = await own.ada.api.send<Recorded>(
      'linkChange',
      { incident, change },
      'events { type } refusals { code }',
    );
    expect(refused).toEqual({ events: [], refusals: [{ code: 'CHANGE_UNKNOWN' }] });
    expect(await own.ada.api.ask(`{ change(id: "${change}") { id } }`)).toEqual({ change: null });
    expect(await own.ada.api.ask(`{ node(id: "${change}") { id } }`)).toEqual({ node: null });
    expect(await own.ada.api.ask('{ changes { nodes { id } } }')).toEqual({
      changes: { nodes: [] },
    });
  });
});

describe('a person', () => {
  it('who links what policy has linked, has it stay when the start is corrected', async () => {
    const own = await scene();
    const change = await record(own.monitoring, '11:42', 'New cart');
    const incident = await declare(own.ada.api);
    await begin(own, incident, '11:45');
    const link = () =>
      own.ada.api.send('linkChange', { incident, change }, 'events { type } refusals { code }');
    expect(await link()).toEqual({ events: [{ type: 'ChangeLinked' }], refusals: [] });
    expect(await link()).toEqual({ events: [], refusals: [] });
    await begin(own, incident, '09:00');
    expect(await suspectsOf(own, incident)).toEqual([['New cart', 'SUSPECT', -162]]);
  });

  it('is shown the fifty incidents that a change was linked to last', async () => {
    const own = await scene();
    const change = await record(own.monitoring, '05:00');
    const incidents = await Promise.all(Array.from({ length: 52 }, () => declare(own.ada.api)));
    for (const incident of incidents)
      await own.ada.api.send('linkChange', { incident, change }, 'position');
    type Shown = { change: { incidents: { id: string }[] } };
    const shown = await own.ada.api.ask<Shown>(`{ change(id: "${change}") { incidents { id } } }`);
    expect(shown.change.incidents).toHaveLength(50);
  });
});

describe('a judgement', () => {
  it('says who, when, why and by what, and may be turned around', async () => {
    const own = await scene();
    const { ada } = own;
    const change = await record(own.monitoring, '11:42', 'New cart');
    const incident = await declare(ada.api);
    await begin(own, incident, '11:45');
    const { events: noted } = await ada.api.send<{ events: { id: string }[] }>(
      'addNote',
      { incident, text: 'The stack trace names the cart' },
      'events { id }',
    );
    const evidence = noted.map(({ id }) => id);
    const judge = (mutation: string, input: object) =>
      ada.api.send(
        mutation,
        { incident, change, ...input },
        `events { sentence } refusals { code path ... on EvidenceUnknown { evidence } }
          suspect { status reason evidence judgedAt judgedBy { name } linkedBy { kind id }
            minutesBefore change { title incidents { id } } }`,
      );
    const suspect = {
      ...{ evidence: [], minutesBefore: 3, linkedBy: { kind: 'POLICY', id: 'suspects' } },
      ...{ judgedAt: at('12:00'), judgedBy: { name: 'Ada' } },
      change: { title: 'New cart', incidents: [{ id: incident }] },
    };
    expect(await judge('clearChange', { reason: 'Other data center' })).toEqual({
      events: [{ sentence: 'Ada cleared New cart: Other data center' }],
      refusals: [],
      suspect: { ...suspect, status: 'CLEARED', reason: 'Other data center' },
    });
    const guilty = { ...suspect, status: 'IMPLICATED', reason: 'See the trace', evidence };
    expect(await judge('implicateChange', { reason: 'See the trace', evidence })).toEqual({
      events: [{ sentence: 'Ada implicated New cart: See the trace' }],
      refusals: [],
      suspect: guilty,
    });
    const again = await judge('implicateChange', { reason: 'Again' });
    expect(again).toEqual({ events: [], refusals: [], suspect: guilty });
    const other = await declare(ada.api);
    const { events: foreign } = await ada.api.send<{ events: { id: string }[] }>(
      'addNote',
      { incident: other, text: 'Elsewhere' },
      'events { id }',
    );
    const unknown = [foreign[0]?.id ?? '', newId('evt')];
    const refused = await judge('clearChange', {
      reason: 'No',
      evidence: [...evidence, ...unknown],
    });
    expect(refused).toEqual({
      events: [],
      refusals: [{ code: 'EVIDENCE_UNKNOWN', path: ['input', 'evidence'], evidence: unknown }],
      suspect: guilty,
    });
  });

  it('is for what is linked only', async () => {
    const own = await scene();
    const change = await record(own.monitoring, '05:00');
    const incident = await declare(own.ada.api);
    for (const mutation of ['clearChange', 'implicateChange', 'unlinkChange']) {
      const input = { incident, change, reason: 'Hm' };
      const given = await own.ada.api.send(mutation, input, 'suspect { status } refusals { code }');
      expect(given).toEqual({ suspect: null, refusals: [{ code: 'CHANGE_NOT_LINKED' }] });
    }
  });
});

describe('recordChange', () => {
  const told = {
    ...{ service: 'checkout', release: '4711', environment: 'production', by: 'octocat' },
    ...{ externalId: { system: 'github', id: '4711' }, startedAt: at('11:42') },
    links: [{ title: 'The run', url: 'https://ci.example.com/4711' }],
  };

  it('is true when the same is told again, and refused with other words', async () => {
    const own = await scene();
    const first = await send(own.monitoring, told);
    expect(first.events).toEqual([{ type: 'ChangeRecorded' }]);
    const revise = { change: first.change?.id, status: 'SUCCEEDED', finishedAt: at('11:44') };
    await own.monitoring.send('reviseChange', revise, 'position');
    expect(await send(own.monitoring, told)).toEqual({ ...first, events: [] });
    const exists = [{ code: 'CHANGE_EXISTS', change: first.change?.id }];
    const other = await send(own.monitoring, { ...told, title: 'Old cart' });
    expect(other).toMatchObject({ events: [], refusals: exists });
    const underOwnId = await send(own.monitoring, { ...told, change: newId('chg') });
    expect(underOwnId).toMatchObject({ events: [], refusals: exists });
    const { change: another } = await send(own.monitoring, {
      ...told,
      externalId: { system: 'gitlab', id: '4711' },
    });
    expect(another?.id).not.toBe(first.change?.id);
    const inOther = await scene();
    expect((await send(inOther.monitoring, told)).events).toHaveLength(1);
  });

  it('records one change of twenty at once, in two processes', async () => {
    const own = await scene();
    const second = await start(own.app.organization);
    const tool = await second.tool('Another');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => send(n % 2 === 0 ? own.monitoring : tool, told)),
    );
    expect(answers.flatMap(({ events }) => events)).toHaveLength(1);
    expect(answers.flatMap(({ refusals }) => refusals)).toEqual([]);
    expect(new Set(answers.map(({ change }) => change?.id)).size).toBe(1);
  });

  it('answers a repeat of a key with the change of the first time', async () => {
    const own = await scene();
    const input = { startedAt: at('11:42'), idempotencyKey: 'deploy-1' };
    expect(await send(own.monitoring, input)).toEqual(await send(own.monitoring, input));
  });

  it('takes an id of the caller’s own, once', async () => {
    const own = await scene();
    const change = newId('chg');
    const input = { change, startedAt: at('11:42') };
    expect((await send(own.monitoring, input)).change).toEqual({ id: change });
    expect((await send(own.monitoring, input)).events).toEqual([]);
    const other = await send(own.monitoring, { ...input, title: 'Old cart' });
    expect(other.refusals).toEqual([{ code: 'CHANGE_EXISTS', change }]);
  });

  it('refuses times that cannot be, and addresses that are none', async () => {
    const own = await scene();
    const ahead = await send(own.monitoring, { startedAt: at('12:06') });
    expect(ahead.refusals).toEqual([{ code: 'CHANGE_TIMES_INVALID' }]);
    const links = [{ title: 'Hm', url: 'javascript:alert(1)' }];
    await expect(send(own.monitoring, { startedAt: at('11:42'), links })).rejects.toThrow(/url/);
    const inside = [{ title: 'The run', url: 'https://ci_runner:8443/runs/4711' }];
    expect(
      (await send(own.monitoring, { startedAt: at('11:42'), links: inside })).refusals,
    ).toEqual([]);
    const viewer = await own.app.person('Vera', 'VIEWER');
    await expect(send(viewer.api, { startedAt: at('11:42') })).rejects.toThrow(/RESPONDER/);
  });
});

describe('changes', () => {
  it('are shown with all that was told, to every member', async () => {
    const own = await scene();
    const { events } = await own.monitoring.send<{ events: { id: string }[] }>(
      'recordChange',
      {
        ...{ kind: 'FLAG', title: 'Cart on', service: 'checkout', environment: 'production' },
        ...{ startedAt: at('11:42'), by: 'octocat', release: 'v2' },
        ...{ externalId: { system: 'flags', id: 'new-cart' } },
        links: [{ title: 'The flag', url: 'https://flags.example.com/new-cart' }],
      },
      'events { id }',
    );
    const vera = await own.app.person('Vera', 'VIEWER');
    const shown = await vera.api.ask<{ changes: { nodes: { id: string }[] } }>(
      `{ changes { nodes { id version kind title service release environment by startedAt finishedAt
        status links { title url } origin { system id } recordedBy { kind name } incidents { id } } } }`,
    );
    expect(shown.changes.nodes).toEqual([
      {
        id: expect.stringMatching(/^chg_/),
        ...{ version: 1, kind: 'FLAG', title: 'Cart on', service: 'checkout', release: 'v2' },
        ...{ environment: 'production', by: 'octocat', startedAt: at('11:42'), finishedAt: null },
        ...{ status: null, origin: { system: 'flags', id: 'new-cart' }, incidents: [] },
        links: [{ title: 'The flag', url: 'https://flags.example.com/new-cart' }],
        recordedBy: { kind: 'INTEGRATION', name: 'Monitoring' },
      },
    ]);
    const ids = [shown.changes.nodes[0]?.id, events[0]?.id];
    const nodes = await vera.api.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Event { sentence } } }',
      { ids },
    );
    expect(nodes).toEqual({
      nodes: [
        { __typename: 'Change' },
        {
          __typename: 'ChangeRecorded',
          sentence: 'Monitoring recorded "Cart on" (checkout v2, production)',
        },
      ],
    });
  });

  it('are listed newest first, filtered, page by page, both ways', async () => {
    const own = await scene();
    for (const time of ['11:01', '11:03', '11:02', '11:03', '11:05']) {
      const service = time === '11:02' ? 'search' : 'checkout';
      const input = { title: time, service, environment: 'production', startedAt: at(time) };
      await send(own.monitoring, { ...input, kind: time === '11:05' ? 'CONFIG' : 'DEPLOY' });
    }
    type Page = {
      changes: {
        nodes: { title: string }[];
        pageInfo: { startCursor: string; endCursor: string };
      };
    };
    const list = async (args: string) => {
      const query = `{ changes(${args}) { nodes { title }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
      const { changes } = await own.ada.api.ask<Page>(query);
      return { titles: changes.nodes.map(({ title }) => title), ...changes.pageInfo };
    };
    const first = await list('first: 2');
    expect(first).toMatchObject({ titles: ['11:05', '11:03'], hasNextPage: true });
    const second = await list(`first: 2, after: "${first.endCursor}"`);
    expect(second).toMatchObject({ titles: ['11:03', '11:02'], hasNextPage: true });
    const third = await list(`first: 2, after: "${second.endCursor}"`);
    expect(third).toMatchObject({ titles: ['11:01'], hasNextPage: false });
    const back = await list(`last: 2, before: "${second.startCursor}"`);
    expect(back).toMatchObject({ titles: ['11:05', '11:03'], hasPreviousPage: false });
    const where = async (filter: string) => (await list(`where: { ${filter} }`)).titles;
    expect(await where('service: "search"')).toEqual(['11:02']);
    expect(await where('kind: [CONFIG, FLAG]')).toEqual(['11:05']);
    expect(await where('environment: "staging"')).toEqual([]);
    const between = `from: "${at('11:02')}", to: "${at('11:03')}"`;
    expect(await where(between)).toEqual(['11:03', '11:03', '11:02']);
  });

  it('lead only to those incidents that the viewer sees', async () => {
    const own = await scene();
    const change = await record(own.monitoring, '11:42');
    const [open, hidden] = [await declare(own.ada.api), await declare(own.ada.api)];
    await begin(own, open, '11:45');
    await begin(own, hidden, '11:46');
    await database.owner.query(
      'update bridgelog.incidents set restricted = true where organization = $1 and id = $2',
      [own.app.organization, hidden],
    );
    const query = `{ change(id: "${change}") { incidents { id } } }`;
    expect(await own.ada.api.ask(query)).toEqual({ change: { incidents: [{ id: open }] } });
    const admin = await own.app.person('Ida', 'ADMIN');
    const all = await admin.api.ask<{ change: { incidents: { id: string }[] } }>(query);
    expect(all.change.incidents.map(({ id }) => id).sort()).toEqual([open, hidden].sort());
  });

  it('are seen with the incident by those who see only what they were given sight of', async () => {
    const own = await scene();
    const linked = await record(own.monitoring, '11:42');
    await record(own.monitoring, '05:00');
    const [granted, other] = [await declare(own.ada.api), await declare(own.ada.api)];
    await begin(own, granted, '11:45');
    await begin(own, other, '05:10');
    const { organization } = own.app;
    await database.owner.query('insert into bridgelog.sight values ($1, $2, $3, $4, false, true)', [
      organization,
      `${granted} ${own.ada.member}`,
      granted,
      own.ada.member,
    ]);
    const client = await database.app.connect();
    try {
      await client.query(
        `begin read only; set local bridgelog.organization = '${organization}';
          set local bridgelog.sight = 'GRANTED'; set local bridgelog.viewer = '${own.ada.member}'`,
      );
      const { rows } = await client.query('select id from bridgelog.changes');
      expect(rows).toEqual([{ id: linked }]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

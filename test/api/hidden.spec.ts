import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLObjectType,
  type IntrospectionQuery,
} from 'graphql';
import type { ApiClient } from '../../src/drill/api-client.js';
import { newId } from '../../src/platform/ids.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';
import { inputsOfCommands } from '../support/sample-input.js';
import { Subscriber } from '../support/subscriber.js';

let database: TestDatabase;
let app: TestApp;
let ada: Person;
/** Everybody, with what they may see of the restricted incident. */
let viewers: readonly { name: string; token: string; api: ApiClient; sees: boolean }[];
let commands: ReadonlyMap<string, object>;
let mutations: readonly string[];
let fieldsOfIncident: object;
/** A place in the ledger before the restricted incident. */
let start: string;

/** What belongs to one incident: of the restricted one, of none that there is, of an open one. */
type Things = Readonly<
  Record<
    | 'incident'
    | 'reference'
    | 'action'
    | 'help'
    | 'hypothesis'
    | 'finding'
    | 'followUp'
    | 'ticket'
    | 'change'
    | 'event'
    | 'target'
    | 'channel',
    string
  >
>;
let restricted: Things;
let open: Things;
const nowhere: Things = {
  incident: newId('inc'),
  reference: 'INC-4711',
  action: newId('act'),
  help: newId('hlp'),
  hypothesis: newId('hyp'),
  finding: newId('fnd'),
  followUp: newId('fol'),
  ticket: 'T-nowhere',
  change: newId('chg'),
  event: newId('evt'),
  target: 'service/nowhere',
  channel: 'C-nowhere',
};

const thingsIn = async (by: Person, name: string, isRestricted: boolean): Promise<Things> => {
  const incident = await declare(by.api, { title: `The ${name} one`, severity: 'SEV1' });
  const [action, help] = [newId('act'), newId('hlp')];
  const [hypothesis, change] = [newId('hyp'), newId('chg')];
  const [finding, followUp] = [newId('fnd'), newId('fol')];
  const send = (mutation: string, input: object) =>
    by.api.send<{ events: { id: string }[] }>(mutation, { incident, ...input }, 'events { id }');
  if (isRestricted) await send('restrictIncident', {});
  await send('takeCommand', {});
  const work = { kind: 'RESTART', intent: 'FIX' };
  await send('startAction', { action, target: `service/${name}`, ...work });
  await send('requestHelp', { help, need: 'DNS' });
  await send('raiseHypothesis', { hypothesis, statement: `It is the ${name} cache` });
  await send('recordFinding', { finding, kind: 'TRIGGER', text: `The ${name} rule` });
  const ticket = { system: 'jira', key: `T-${name}` };
  await send('addFollowUp', { followUp, title: `Limit ${name}`, kind: 'PREVENT', ticket });
  const startedAt = '2026-03-01T11:50:00Z';
  const recorded = { change, kind: 'DEPLOY', title: `A deploy of ${name}`, startedAt };
  await by.api.send('recordChange', recorded, 'position');
  await send('linkChange', { change });
  await send('publishUpdate', { audience: 'STATUS_PAGE', text: `${name} is slow` });
  const external = { system: 'chat', externalId: `C-${name}` };
  const { events } = await send('bindReference', { kind: 'CHAT_CHANNEL', ...external });
  const found = await by.api.ask<{ incident: { reference: string } }>(
    'query ($incident: ID!) { incident(id: $incident) { reference } }',
    { incident },
  );
  return {
    incident,
    reference: found.incident.reference,
    action,
    help,
    hypothesis,
    finding,
    followUp,
    ticket: `T-${name}`,
    change,
    event: events[0]?.id ?? '',
    target: `service/${name}`,
    channel: `C-${name}`,
  };
};

beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  ada = await app.person('Ada');
  const first = await ada.api.send<{ cursor: string }>(
    'declareIncident',
    { title: 'Long ago', severity: 'SEV5' },
    'cursor',
  );
  start = first.cursor;
  restricted = await thingsIn(ada, 'restricted', true);
  open = await thingsIn(ada, 'open', false);

  const [participant, granted, revoked, outsider] = [
    await app.person('Paula'),
    await app.person('Grace'),
    await app.person('Rene'),
    await app.person('Otto'),
  ];
  const [admin, guest, invited] = [
    await app.person('Ida', 'ADMIN'),
    await app.person('Gus', 'GUEST'),
    await app.person('Ines', 'GUEST'),
  ];
  const tool = { api: await app.tool('Monitor'), token: '' };
  const watcher = { api: await app.tool('Watcher'), token: '' };
  const watcherId = await idOf(watcher.api);
  const grant = (incident: string, viewer: object) =>
    ada.api.send('grantSight', { incident, viewer }, 'position');
  for (const { member } of [granted, revoked, invited])
    await grant(restricted.incident, { member });
  await grant(restricted.incident, { integration: watcherId });
  for (const { member } of [guest, invited]) await grant(open.incident, { member });
  await ada.api.send(
    'revokeSight',
    { incident: restricted.incident, viewer: { member: revoked.member } },
    'position',
  );
  await database.owner.query(
    `insert into bridgelog.sight (organization, id, incident, viewer, participates)
      values ($1, $2, $3, $4, true)`,
    [
      app.organization,
      `${restricted.incident} ${participant.member}`,
      restricted.incident,
      participant.member,
    ],
  );
  viewers = [
    { name: 'who restricted it', ...ada, sees: true },
    { name: 'a participant', ...participant, sees: true },
    { name: 'a member who was granted sight', ...granted, sees: true },
    { name: 'a member whose sight was revoked', ...revoked, sees: false },
    { name: 'an outsider', ...outsider, sees: false },
    { name: 'an admin', ...admin, sees: true },
    { name: 'a tool', ...tool, sees: false },
    { name: 'a tool that was granted sight', ...watcher, sees: true },
    { name: 'a guest of another incident', ...guest, sees: false },
    { name: 'a guest who was granted sight', ...invited, sees: true },
  ];
  const asked = await ada.api.ask<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true }));
  const schema = buildClientSchema(asked);
  commands = inputsOfCommands(schema);
  mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  fieldsOfIncident = (schema.getType('Incident') as GraphQLObjectType).getFields();
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const idOf = async (api: ApiClient): Promise<string> =>
  (await api.ask<{ viewer: { actor: { id: string } } }>('{ viewer { actor { id } } }')).viewer.actor
    .id;

const everything = `id reference title restricted clocks { nudge causedBy } timeline { nodes { id sentence } }
  openActions { id } proposals { id } actions { nodes { id } } roles { id } participants { nodes { as } }
  roleHistory { nodes { id } } command { term } commandHistory { nodes { term } } sight { nodes { viewer { name } } } references { externalId }
  help { nodes { id } } log { nodes { id } } updates { nodes { id } } hypotheses { id } checks { check }
  suspects { change { id } } suggestions { target change } mergedInto { id } mergedFrom { nodes { id } } scope { id } scopeRevisions { nodes { id } } scopeDiff { sentence } latestUpdates { id }
  review { state } findings { nodes { id } } followUps { nodes { id } } deviations { nodes { guardrail } }`;

/** Every way to ask for something of an incident. */
const ways: Readonly<Record<string, string>> = {
  'by id': `query ($incident: ID!) { incident(id: $incident) { ${everything} } }`,
  'by reference': `query ($reference: String!) { incident(reference: $reference) { ${everything} } }`,
  'as a node': `query ($incident: ID!) { node(id: $incident) { id ... on Incident { ${everything} } } }`,
  'as one of several nodes':
    'query ($incident: ID!, $event: ID!) { nodes(ids: [$incident, $event]) { id } }',
  'by an action': 'query ($action: ID!) { node(id: $action) { id ... on Action { target } } }',
  'by a request for help': 'query ($help: ID!) { node(id: $help) { id ... on Help { need } } }',
  'by a hypothesis':
    'query ($hypothesis: ID!) { node(id: $hypothesis) { id ... on Hypothesis { statement } } }',
  'by a finding': 'query ($finding: ID!) { node(id: $finding) { id ... on Finding { text } } }',
  'by a follow-up':
    'query ($followUp: ID!) { node(id: $followUp) { id ... on FollowUp { title } } }',
  'by a ticket': `query ($ticket: String!) {
    followUps(where: { ticket: { system: "jira", key: $ticket } }) { nodes { id } } }`,
  'by what was tried':
    'query ($target: String!) { alreadyTried(target: $target, text: "zzz") { action { id } } }',
  'by its target': `query ($target: String!) {
    target(name: $target) { openActions { id } history { nodes { id } } } }`,
  'by an event': 'query ($event: ID!) { node(id: $event) { id ... on Event { sentence } } }',
  'by its channel': `query ($channel: String!) {
    incidentsByReference(system: "chat", externalId: $channel) { ${everything} } }`,
};

/** Every way to list incidents. */
const lists: Readonly<Record<string, string>> = {
  'in the list': '{ incidents { nodes { id } } }',
  'in the list, from its end': '{ incidents(last: 100) { nodes { id } } }',
  'by phase': '{ incidents(where: { phase: [INVESTIGATING] }) { nodes { id } } }',
  'by severity': '{ incidents(where: { severity: [SEV1] }) { nodes { id } } }',
  'by commander': 'query ($ada: ID!) { incidents(where: { commander: $ada }) { nodes { id } } }',
};

const ask = (api: ApiClient, query: string, things: Things): Promise<unknown> =>
  api.ask(query, { ...things, ada: ada.member });

describe('a restricted incident', () => {
  it.each(Object.entries(ways))(
    '%s is found by who sees it, and by nobody else',
    async (_, query) => {
      for (const { name, api, sees } of viewers) {
        // What is not open to guests is tested with them.
        if (name.startsWith('a guest') && query.includes('target(name')) continue;
        const unknown = await ask(api, query, nowhere);
        const found = await ask(api, query, restricted);
        expect([name, JSON.stringify(found) !== JSON.stringify(unknown)]).toEqual([name, sees]);
        if (!sees) expect([name, found]).toEqual([name, unknown]);
      }
      expect(await ask(ada.api, query, open)).not.toEqual(await ask(ada.api, query, nowhere));
    },
  );

  it.each(Object.entries(lists))(
    '%s is listed to who sees it, and to nobody else',
    async (_, query) => {
      for (const { name, api, sees } of viewers) {
        const { incidents } = (await ask(api, query, open)) as {
          incidents: { nodes: { id: string }[] };
        };
        const ids = incidents.nodes.map(({ id }) => id);
        expect([name, ids.includes(restricted.incident)]).toEqual([name, sees]);
        expect([name, ids.includes(open.incident)]).toEqual([name, true]);
      }
    },
  );

  it('is asked for by every field that there is of it', () => {
    const isAsked = (name: string) => new RegExp(`\\b${name}\\b`).test(everything);
    // The rest is read off its head, as `title` is, or from what is asked for.
    expect(Object.keys(fieldsOfIncident).filter((name) => !isAsked(name))).toEqual([
      ...['acknowledgedAt', 'closedAt', 'commandVacantSince', 'communications', 'components'],
      ...['containedAt', 'containment', 'declaredAt', 'impactStartSource', 'impactStartedAt'],
      ...['labels', 'mode', 'nextCheck', 'number', 'openFollowUps', 'phase', 'playbook'],
      ...['publicStatus', 'resolvedAt'],
      ...['service', 'severity', 'updateDraft', 'version'],
    ]);
  });

  it('is not what a change leads to, for those who do not see it', async () => {
    const query = `query ($change: ID!) {
      change(id: $change) { incidents { id } }
      changes(where: { from: "2026-03-01T11:49:00Z" }) { nodes { id incidents { id } } } }`;
    type Led = {
      change: { incidents: object[] } | null;
      changes: { nodes: { id: string; incidents: object[] }[] };
    };
    for (const { name, api, sees } of viewers) {
      const { change, changes } = (await ask(api, query, restricted)) as Led;
      const listed = changes.nodes.find(({ id }) => id === restricted.change);
      const led = sees ? [{ id: restricted.incident }] : [];
      // A guest does not see the change either.
      const expected = name.startsWith('a guest') && !sees ? undefined : led;
      expect([name, change?.incidents, listed?.incidents]).toEqual([name, expected, expected]);
    }
  });

  it('is not named by the conflict about its channel', async () => {
    const otto = viewers.find(({ name }) => name === 'an outsider');
    const answer = await otto?.api.send(
      'bindReference',
      { incident: open.incident, kind: 'CHAT_CHANNEL', system: 'chat', externalId: 'C-restricted' },
      'refusals { code message }',
    );
    expect(answer).toEqual({
      refusals: [
        {
          code: 'CHANNEL_TAKEN',
          message:
            'C-restricted in chat serves another incident: unbind it there, or use another channel',
        },
      ],
    });
  });
});

const fields = `events { type } replayed incident { id }
  refusals { code message path ... on VersionConflict { currentVersion } }`;
const answerTo = (api: ApiClient, mutation: string, input: object): Promise<unknown> =>
  api.send(mutation, input, fields).catch((error: unknown) => String(error));

/** Whatever else the command says: it is answered as on an incident that there is not. */
const isHiddenFrom = async (
  { name, api }: (typeof viewers)[number],
  mutation: string,
  input: object,
): Promise<void> => {
  for (const more of [{ expectedVersion: 2 }, { occurredAt: '2027-01-01T00:00:00Z' }, {}]) {
    const on = ({ incident }: Things) => answerTo(api, mutation, { ...input, ...more, incident });
    expect([name, mutation, await on(restricted)]).toEqual([name, mutation, await on(nowhere)]);
  }
  const answer = await answerTo(api, mutation, { ...input, incident: restricted.incident });
  const notFound = expect.objectContaining({ code: 'INCIDENT_NOT_FOUND' }) as unknown;
  // What is not open to guests tells them so, of any incident.
  if (name.startsWith('a guest') && typeof answer === 'string')
    expect(answer).toEqual(expect.stringContaining('not open to guests'));
  else
    expect([name, mutation, answer]).toEqual([
      name,
      mutation,
      expect.objectContaining({ incident: null, refusals: [notFound] }),
    ]);
};

describe('a command on a restricted incident', () => {
  it('is every mutation but those that name none', () => {
    expect(mutations.filter((name) => !commands.has(name)).sort()).toEqual([
      ...['addIntegration', 'aliasTarget', 'bindIdentity', 'changeMemberRole', 'changeSettings'],
      ...['createPlaybook', 'createToken', 'declareIncident', 'defineService', 'inviteMember'],
      ...['publishPlaybookVersion', 'recordBatch', 'recordChange', 'removeAlias'],
      ...['removeIntegration', 'removeMember', 'renameMember', 'retirePlaybook', 'retireService'],
      ...['reviseChange', 'revokeToken', 'unbindIdentity'],
    ]);
  });

  it('answers those who do not see it as if there were none, of every kind', async () => {
    for (const viewer of viewers.filter(({ sees }) => !sees)) {
      for (const [mutation, input] of commands) await isHiddenFrom(viewer, mutation, input);
    }
  });

  it('answers in a batch as it does on its own', async () => {
    const fieldsOfBatch =
      'results { recorded { __typename refusals { code message } } error { code } }';
    const on = async ({ api }: { readonly api: ApiClient }, { incident }: Things) => {
      const items = [...commands].map(([name, input]) => ({ [name]: { ...input, incident } }));
      return api.send('recordBatch', { items }, fieldsOfBatch);
    };
    for (const viewer of viewers.filter(({ sees }) => !sees))
      expect([viewer.name, await on(viewer, restricted)]).toEqual([
        viewer.name,
        await on(viewer, nowhere),
      ]);
  });

  it('on another incident learns nothing of what belongs to it', async () => {
    const otto = viewers.find(({ name }) => name === 'an outsider');
    if (!otto) throw new Error('nobody is outside');
    const kinds = {
      action: 'action',
      help: 'help',
      hypothesis: 'hypothesis',
      into: 'incident',
    } as const;
    const events = { entry: 'event', update: 'event' } as const;
    let asked = 0;
    for (const [mutation, input] of commands) {
      const named = Object.entries({ ...kinds, ...events }).filter(([field]) => field in input);
      if (named.length === 0) continue;
      asked += 1;
      const on = async (things: Things) => {
        const of = named.map(([field, kind]) => [field, things[kind]] as const);
        const given = { ...input, incident: open.incident, ...Object.fromEntries(of) };
        const answer = JSON.stringify(await answerTo(otto.api, mutation, given));
        return of.reduce((text, [field, id]) => text.replaceAll(id, field), answer);
      };
      expect([mutation, await on(restricted)]).toEqual([mutation, await on(nowhere)]);
    }
    expect(asked).toBeGreaterThanOrEqual(14);
    // An id of one's own making: that it is taken, and no more.
    const makes = {
      startAction: { action: restricted.action, target: 'a', kind: 'RESTART', intent: 'FIX' },
      proposeAction: { action: restricted.action, target: 'b', kind: 'RESTART', intent: 'FIX' },
      requestHelp: { help: restricted.help, need: 'DNS' },
      raiseHypothesis: { hypothesis: restricted.hypothesis, statement: 'Mine' },
    };
    for (const [mutation, input] of Object.entries(makes)) {
      const given = { incident: open.incident, ...input };
      const answer = JSON.stringify(await answerTo(otto.api, mutation, given));
      expect(answer).toEqual(expect.stringMatching(/"code":"[A-Z]+_EXISTS"/));
      for (const secret of [restricted.incident, restricted.reference, 'restricted', 'Ada'])
        expect([mutation, answer.includes(secret)]).toEqual([mutation, false]);
    }
  });

  it('is decided on for those who see it', async () => {
    for (const { name, api } of viewers.filter(({ sees }) => sees)) {
      const note = { incident: restricted.incident, text: 'Seen' };
      expect([name, await answerTo(api, 'addNote', note)]).toEqual([
        name,
        expect.objectContaining({ refusals: [], incident: { id: restricted.incident } }),
      ]);
    }
  });

  it('tells of its id no more than that it is taken', async () => {
    const again = { title: 'Mine', severity: 'SEV5', incident: restricted.incident };
    const otto = viewers.find(({ name }) => name === 'an outsider');
    expect(otto && (await answerTo(otto.api, 'declareIncident', again))).toEqual({
      events: [],
      replayed: false,
      incident: null,
      refusals: [
        {
          code: 'INCIDENT_EXISTS',
          message: `${restricted.incident} is taken: use another id, or none`,
          path: ['input', 'incident'],
        },
      ],
    });
  });

  it('that is repeated by its key gives nothing out to who no longer sees it', async () => {
    const grace = await app.person('Grace too');
    const { incident } = restricted;
    const viewer = { member: grace.member };
    await ada.api.send('grantSight', { incident, viewer }, 'position');
    const note = { incident, text: 'Once', idempotencyKey: 'once' };
    const first = await answerTo(grace.api, 'addNote', note);
    expect(first).toMatchObject({ events: [{ type: 'NoteAdded' }], incident: { id: incident } });
    expect(await answerTo(grace.api, 'addNote', note)).toEqual({
      ...(first as object),
      replayed: true,
    });
    await ada.api.send('revokeSight', { incident, viewer }, 'position');
    const unknown = { ...note, incident: nowhere.incident, idempotencyKey: 'another' };
    expect(await answerTo(grace.api, 'addNote', note)).toEqual(
      await answerTo(grace.api, 'addNote', unknown),
    );
    // The key is spent for another input, hidden or not.
    const reused = { ...note, text: 'Twice' };
    expect(await answerTo(grace.api, 'addNote', reused)).toEqual(
      await answerTo(grace.api, 'addNote', { ...reused, incident: nowhere.incident }),
    );
    await ada.api.send('grantSight', { incident, viewer }, 'position');
    expect(await answerTo(grace.api, 'addNote', note)).toMatchObject({ replayed: true });
  });
});

/** What a subscriber gets of the restricted incident, and what the table holds of it. */
const delivered = async (
  token: string,
  where: { readonly incident: string } | undefined,
): Promise<{ got: readonly number[]; held: readonly number[] }> => {
  const subscriber = await Subscriber.start(app.url, token, {
    after: start,
    ...(where && { where }),
  });
  const note = async ({ incident }: Things): Promise<number> => {
    const added = { incident, text: 'Now' };
    return (await ada.api.send<{ position: number }>('addNote', added, 'position')).position;
  };
  await note(restricted);
  const fence = await note(open);
  // Another one, who sees everything, has come as far: so has the feed of this process.
  const witness = await Subscriber.start(app.url, ada.token, { after: start });
  await witness.reaches(fence);
  await witness.stop();
  if (where?.incident !== restricted.incident) await subscriber.reaches(fence);
  const { rows } = await database.owner.query<{ position: number }>(
    'select position from bridgelog.events where stream = $1 order by position',
    [restricted.incident],
  );
  const held = rows.map(({ position }) => position);
  if (subscriber.seen.some(({ position }) => held.includes(position)))
    await subscriber.reaches(held.at(-1) ?? 0);
  await subscriber.stop();
  expect(subscriber.isLinked).toBe(true);
  const got = subscriber.seen.map(({ position }) => position);
  return { held, got: got.filter((position) => held.includes(position)) };
};

describe('a subscriber', () => {
  it.each([
    ['everything', () => undefined],
    ['the restricted incident', () => ({ incident: restricted.incident })],
    ['another incident', () => ({ incident: open.incident })],
  ])('to %s gets its events only if they see it, backlog and live', async (what, where) => {
    for (const { name, token, sees } of viewers.filter((one) => one.token !== '')) {
      const { got, held } = await delivered(token, where());
      const expected = sees && what !== 'another incident' ? held : [];
      expect([name, got]).toEqual([name, expected]);
    }
  });
});

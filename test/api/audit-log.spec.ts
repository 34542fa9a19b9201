import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organizationId } from '../../src/platform/ids.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let app: TestApp;
let ida: Person;
let bob: Person;
beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  [ida, bob] = [await app.person('Ida', 'ADMIN'), await app.person('Bob')];
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

type Entry = {
  readonly type: string;
  readonly subject: string;
  readonly recordedAt: string;
  readonly actor: { readonly id: string; readonly name: string };
  readonly token: { readonly name: string } | null;
  readonly event: { readonly sentence: string };
};
type Log = {
  readonly auditLog: {
    readonly nodes: readonly Entry[];
    readonly pageInfo: {
      readonly endCursor: string;
      readonly startCursor: string;
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
    };
  };
};
const document = `query ($where: AuditLogWhere, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  auditLog(where: $where, first: $first, after: $after, last: $last, before: $before) {
    nodes { type subject recordedAt actor { kind id name } token { name } event { sentence } }
    pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`;
const page = async (variables: Readonly<Record<string, unknown>> = {}) =>
  (await ida.api.ask<Log>(document, variables)).auditLog;
const typesOf = async (where: object) =>
  (await page({ where, first: 100 })).nodes.map(({ type }) => type);

describe('the audit log', () => {
  it('says who did what to whom, by which token, newest first, and nothing of incidents', async () => {
    await declare(bob.api);
    await database.setClock('2026-03-02T12:00:00Z', 0);
    const role = { member: bob.member, role: 'VIEWER' };
    await ida.api.send('changeMemberRole', role, 'position');
    await ida.api.send('defineService', { name: 'shop', title: 'Shop' }, 'position');
    const { nodes } = await page();
    expect(nodes.slice(0, 2)).toMatchObject([
      {
        type: 'ServiceDefined',
        subject: 'shop',
        recordedAt: '2026-03-02T12:00:00.000000Z',
        actor: { kind: 'MEMBER', id: ida.member, name: 'Ida' },
        token: { name: `Ida ${ida.member}` },
        event: { sentence: 'Ida defined the service shop: Shop' },
      },
      {
        type: 'MemberRoleChanged',
        subject: bob.member,
        event: { sentence: 'Ida changed the role of Bob from responder to viewer' },
      },
    ]);
    expect(nodes.map(({ type }) => type)).toEqual([
      ...['ServiceDefined', 'MemberRoleChanged'],
      ...['TokenCreated', 'MemberInvited', 'TokenCreated', 'MemberInvited'],
      'OrganizationCreated',
    ]);
    expect(nodes.at(-1)).toMatchObject({
      subject: organizationId(app.organization),
      actor: { kind: 'POLICY', id: 'bootstrap', name: 'Bridgelog (bootstrap)' },
      token: null,
    });
  });

  it('is filtered by actor, type and time', async () => {
    await database.setClock('2026-03-03T12:00:00Z', 0);
    await ida.api.send('changeSettings', { name: 'Acme' }, 'position');
    expect(await typesOf({ actor: 'cli' })).toEqual([
      ...['TokenCreated', 'MemberInvited', 'TokenCreated', 'MemberInvited'],
    ]);
    expect(
      await typesOf({ actor: ida.member, types: ['SettingsChanged', 'TokenCreated'] }),
    ).toEqual(['SettingsChanged']);
    expect(await typesOf({ types: ['NoteAdded'] })).toEqual([]);
    const from = '2026-03-02T12:00:00Z';
    const until = '2026-03-03T12:00:00Z';
    expect(await typesOf({ from, until })).toEqual(['ServiceDefined', 'MemberRoleChanged']);
    expect(await typesOf({ from: until })).toEqual(['SettingsChanged']);
  });

  it('is read in pages, both ways, also where many have one time', async () => {
    const all = (await page({ first: 100 })).nodes;
    const read: Entry[] = [];
    for (let after: string | undefined, more = true; more;) {
      const { nodes, pageInfo } = await page({ first: 3, after });
      read.push(...nodes);
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(read).toEqual(all);
    const end = await page({ last: 3 });
    expect(end.nodes).toEqual(all.slice(-3));
    const before = await page({ last: 2, before: end.pageInfo.startCursor });
    expect(before.nodes).toEqual(all.slice(-5, -3));
    await expect(ida.api.ask(document, { after: 'x' })).rejects.toThrow(/cursor/i);
  });

  it('is for admins, of their own organization', async () => {
    await expect(bob.api.ask(document)).rejects.toThrow(/ADMIN/);
    const elsewhere = await TestApp.start(database);
    const stranger = await elsewhere.person('Stranger', 'ADMIN');
    const { auditLog } = await stranger.api.ask<Log>(document);
    expect(auditLog.nodes.map(({ event }) => event.sentence)).toEqual([
      `Bridgelog (cli) created the token Stranger ${stranger.member} for Stranger`,
      'Bridgelog (cli) invited Stranger as admin',
      'Bridgelog (bootstrap) created Test',
    ]);
    await elsewhere.close();
  });

  it('never tells a secret, or its hash', async () => {
    const all = await ida.api.ask(
      '{ auditLog(first: 100) { nodes { event { ... on TokenCreated { name role } } } } }',
    );
    expect(JSON.stringify(all)).not.toMatch(/[0-9a-f]{64}|blg_/);
    await expect(
      ida.api.ask('{ auditLog { nodes { event { ... on TokenCreated { hash } } } } }'),
    ).rejects.toThrow(/Cannot query field "hash"/);
  });
});

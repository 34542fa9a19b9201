import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { printSchema } from 'graphql';
import { newId, organizationId } from '../../src/platform/ids.js';
import { OrganizationApp } from '../support/organization-app.js';

let app: OrganizationApp;
let organization: string;
let admin: string;
let secret: string;
beforeAll(async () => {
  app = await OrganizationApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.database.setClock('2026-03-01T12:00:00Z', 0);
  ({ organization, admin, secret } = await app.newOrganization());
});

const create = `mutation ($input: CreateTokenInput!) { createToken(input: $input) {
  secret replayed
  token { id name role scopes active createdAt expiresAt revokedAt
    forMember { id name } forIntegration { id name } }
  events { __typename sentence ... on TokenCreated { token name role } }
  refusals { __typename code path
    ... on TokenNameTaken { token } ... on TokenExists { token } ... on RoleTooHigh { allowed }
    ... on ExpiryInPast { now } } } }`;
const revoke = `mutation ($input: RevokeTokenInput!) { revokeToken(input: $input) {
  token { id active revokedAt } events { __typename sentence } refusals { code } } }`;
const whoAmI = `{ viewer { role organization { id name } actor { kind id name }
  token { id name role scopes expiresAt forMember { id } forIntegration { id } } } }`;

const made = async (input: object, by = secret, headers = {}) => {
  const { data, errors } = await app.ask(by, create, { input }, headers);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.createToken;
};
const status = async (bearer: string) => (await app.ask(bearer, whoAmI)).status;

describe('a token', () => {
  it('of a member lets them in as themselves', async () => {
    const input = { name: 'laptop', role: 'RESPONDER', forMember: admin };
    const answer = await made(input);
    expect(answer).toMatchObject({
      secret: expect.stringMatching(/^blg_[A-Za-z0-9_-]{43}$/),
      token: {
        name: 'laptop',
        role: 'RESPONDER',
        scopes: [],
        active: true,
        createdAt: '2026-03-01T12:00:00.000000Z',
        expiresAt: null,
        forMember: { id: admin, name: 'Ada' },
        forIntegration: null,
      },
      events: [{ __typename: 'TokenCreated', sentence: 'Ada created the token laptop for Ada' }],
      refusals: [],
    });
    const { data } = await app.ask(answer.secret, whoAmI);
    expect(data?.viewer).toEqual({
      role: 'RESPONDER',
      organization: { id: organizationId(organization), name: 'Acme' },
      actor: { kind: 'MEMBER', id: admin, name: 'Ada' },
      token: {
        id: answer.token.id,
        name: 'laptop',
        role: 'RESPONDER',
        scopes: [],
        expiresAt: null,
        forMember: { id: admin },
        forIntegration: null,
      },
    });
  });

  it('of a tool lets it in on its own account', async () => {
    const { integration } = await app.newTool(organization);
    const input = { name: 'bot', role: 'INTEGRATION', scopes: ['ACT_AS'] };
    const { secret: bot } = await made({ ...input, forIntegration: integration });
    const { data } = await app.ask(bot, whoAmI);
    expect(data?.viewer).toMatchObject({
      role: 'INTEGRATION',
      actor: { kind: 'INTEGRATION', id: integration, name: 'Bot' },
      token: { scopes: ['ACT_AS'], forIntegration: { id: integration } },
    });
  });

  it('that is unknown, almost right or no secret at all lets nobody in', async () => {
    const changed = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
    for (const bearer of [changed, secret.toUpperCase(), 'blg_', 'x'.repeat(512), "' or 1=1"]) {
      expect(await status(bearer)).toBe(401);
    }
    expect(await status(secret)).toBe(200);
  });

  it('stops when it expires', async () => {
    const input = { name: 'brief', role: 'VIEWER', forMember: admin };
    const expiresAt = '2026-03-01T12:10:00.000000Z';
    const { secret: brief, token } = await made({ ...input, expiresAt });
    expect(token).toMatchObject({ expiresAt, active: true });
    await app.database.setClock('2026-03-01T12:09:59.999Z', 0);
    expect(await status(brief)).toBe(200);
    await app.database.setClock(expiresAt, 0);
    expect(await status(brief)).toBe(401);
    const node = `query ($id: ID!) { node(id: $id) { ... on Token { active } } }`;
    const { data } = await app.ask(secret, node, { id: token.id });
    expect(data?.node).toEqual({ active: false });
  });

  it('stops when it is revoked, and its name is free again', async () => {
    const input = { name: 'lost', role: 'VIEWER', forMember: admin };
    const { secret: lost, token } = await made(input);
    expect(await status(lost)).toBe(200);
    const revoked = await app.ask(secret, revoke, {
      input: { token: token.id, reason: 'Left on a train' },
    });
    expect(revoked.data?.revokeToken).toMatchObject({
      token: { id: token.id, active: false, revokedAt: '2026-03-01T12:00:00.000000Z' },
      events: [{ sentence: 'Ada revoked the token lost: Left on a train' }],
    });
    expect(await status(lost)).toBe(401);
    const again = await app.ask(secret, revoke, { input: { token: token.id } });
    expect(again.data?.revokeToken).toMatchObject({ events: [], refusals: [] });
    expect((await made(input)).token).toMatchObject({ name: 'lost', active: true });
  });

  it('may end itself', async () => {
    const { data } = await app.ask(secret, '{ viewer { token { id } } }');
    const token = data?.viewer.token.id;
    await app.ask(secret, revoke, { input: { token } });
    expect(await status(secret)).toBe(401);
  });

  it('of nobody cannot be revoked', async () => {
    const other = await app.newOrganization('Other');
    const { token } = await app.newMember(other.organization, 'Eve', 'VIEWER');
    for (const id of [newId('tok'), token]) {
      const { data } = await app.ask(secret, revoke, { input: { token: id } });
      expect(data?.revokeToken).toMatchObject({
        token: null,
        refusals: [{ code: 'TOKEN_NOT_FOUND' }],
      });
    }
  });
});

describe('making a token is refused', () => {
  const usual = () => ({ name: 'laptop', role: 'VIEWER', forMember: admin });

  it('under a name that is in use', async () => {
    const { token } = await made(usual());
    expect(await made(usual())).toMatchObject({
      secret: null,
      token: null,
      refusals: [{ __typename: 'TokenNameTaken', code: 'TOKEN_NAME_TAKEN', token: token.id }],
    });
  });

  it('under an id that is in use', async () => {
    const token = newId('tok');
    await made({ ...usual(), token });
    const { refusals } = await made({ ...usual(), name: 'other', token });
    expect(refusals).toMatchObject([{ code: 'TOKEN_EXISTS', token }]);
  });

  it('for nobody, for two, and for people and tools that are not here', async () => {
    const other = await app.newOrganization('Other');
    const codes = async (more: object) => {
      const answer = await made({ name: 'x', role: 'VIEWER', ...more });
      return (answer.refusals as { code: string }[]).map(({ code }) => code);
    };
    expect(await codes({})).toEqual(['TOKEN_NEEDS_ONE_OWNER']);
    expect(await codes({ forMember: admin, forIntegration: newId('int') })).toEqual([
      'TOKEN_NEEDS_ONE_OWNER',
    ]);
    expect(await codes({ forMember: other.admin })).toEqual(['MEMBER_NOT_FOUND']);
    expect(await codes({ forIntegration: newId('int') })).toEqual(['INTEGRATION_NOT_FOUND']);
  });

  it('with more rights than the person has', async () => {
    const { member } = await app.newMember(organization, 'Grace', 'RESPONDER');
    const input = { name: 'x', role: 'ADMIN', scopes: ['ACT_AS'], forMember: member };
    expect((await made(input)).refusals).toMatchObject([
      { code: 'ROLE_TOO_HIGH', allowed: ['GUEST', 'VIEWER', 'RESPONDER'] },
      { code: 'SCOPE_NOT_ALLOWED', path: ['input', 'scopes'] },
    ]);
  });

  it('if it would never work', async () => {
    const { refusals } = await made({ ...usual(), expiresAt: '2026-03-01T12:00:00Z' });
    expect(refusals).toMatchObject([
      { code: 'EXPIRY_IN_PAST', now: '2026-03-01T12:00:00.000000Z' },
    ]);
  });

  it('to all but admins', async () => {
    const { secret: theirs } = await app.newMember(organization, 'Grace', 'RESPONDER');
    const { secret: bots } = await app.newTool(organization);
    for (const bearer of [theirs, bots]) {
      for (const [query, input] of [
        [create, usual()],
        [revoke, { token: newId('tok') }],
      ] as const) {
        const { errors, data } = await app.ask(bearer, query, { input });
        expect([data, errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
      }
    }
  });
});

describe('a secret', () => {
  it('is shown once: a repeat of the key has none', async () => {
    const input = { name: 'once', role: 'VIEWER', forMember: admin };
    const headers = { 'idempotency-key': 'make once' };
    const first = await made(input, secret, headers);
    const again = await made(input, secret, headers);
    expect(first.secret).toMatch(/^blg_/);
    expect(again).toEqual({ ...first, replayed: true, secret: null });
    expect(await status(first.secret)).toBe(200);
  });

  it('stands in no table', async () => {
    const { secret: text } = await made({ name: 'x', role: 'VIEWER', forMember: admin });
    const { rows: tables } = await app.database.owner.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c
        where c.relnamespace = 'bridgelog'::regnamespace and c.relkind in ('r', 'p')`,
    );
    expect(tables.map(({ name }) => name)).toContain('bridgelog.events');
    for (const { name } of tables) {
      const { rows } = await app.database.owner.query(
        `select 1 from ${name} t where strpos(t::text, $1) > 0`,
        [text.slice(4)],
      );
      expect([name, rows]).toEqual([name, []]);
    }
  });

  it('and its hash are nowhere in the schema, and requests cannot read the hash', async () => {
    const { schema } = app.app.get(GraphQLSchemaHost, { strict: false });
    expect(printSchema(schema)).toContain('type TokenCreated ');
    expect(printSchema(schema)).not.toMatch(/hash/i);
    const read = app.service.read(organization, (reads) =>
      reads.query('select hash from bridgelog.tokens where organization = $1', [organization]),
    );
    await expect(read).rejects.toThrow(/permission denied/);
  });
});

describe('the list of tokens', () => {
  it('tells admins of all, those that ended among them', async () => {
    const { token } = await made({ name: 'old', role: 'VIEWER', forMember: admin });
    await app.ask(secret, revoke, { input: { token: token.id } });
    const { integration } = await app.newTool(organization);
    const { data } = await app.ask(
      secret,
      '{ tokens { nodes { name active forMember { id } forIntegration { id } } } }',
    );
    expect(data?.tokens.nodes).toEqual([
      { name: `of ${admin}`, active: true, forMember: { id: admin }, forIntegration: null },
      { name: 'old', active: false, forMember: { id: admin }, forIntegration: null },
      expect.objectContaining({ active: true, forIntegration: { id: integration } }),
    ]);
  });

  it('is not for responders, who find their own token alone', async () => {
    const grace = await app.newMember(organization, 'Grace', 'RESPONDER');
    const { errors } = await app.ask(grace.secret, '{ tokens { nodes { id } } }');
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { data: admins } = await app.ask(secret, '{ viewer { token { id } } }');
    const ids = [grace.token, admins?.viewer.token.id];
    const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const { data } = await app.ask(grace.secret, nodes, { ids });
    expect(data?.nodes).toEqual([{ id: grace.token }, null]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
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
  ({ organization, admin, secret } = await app.newOrganization());
});

const recorded = `__typename position cursor replayed notices { code }
  events { __typename sentence via actor { kind id name } }
  refusals { __typename code message path
    ... on MemberExists { member } ... on IdentityTaken { member }
    ... on RoleTooHigh { allowed } ... on IntegrationExists { integration } }`;
const invite = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) {
  ${recorded} member { id name email role } } }`;
const bind = `mutation ($input: BindIdentityInput!) { bindIdentity(input: $input) {
  ${recorded} member { id name } } }`;
const add = `mutation ($input: AddIntegrationInput!) { addIntegration(input: $input) {
  ${recorded} integration { id name } } }`;

const grace = { name: 'Grace', email: 'Grace@example.com', role: 'RESPONDER' };

describe('inviting a member', () => {
  it('makes one, and the timeline says so', async () => {
    const { data, errors } = await app.ask(secret, invite, { input: grace });
    expect(errors).toBeUndefined();
    expect(data?.inviteMember).toMatchObject({
      __typename: 'InviteMemberPayload',
      member: grace,
      replayed: false,
      refusals: [],
      notices: [],
      events: [
        {
          __typename: 'MemberInvited',
          sentence: 'Ada invited Grace as responder',
          via: expect.stringMatching(/^tok_/),
          actor: { kind: 'MEMBER', id: admin, name: 'Ada' },
        },
      ],
    });
  });

  it('takes an id of the caller’s own making, once', async () => {
    const member = newId('mem');
    const input = { ...grace, email: null, member };
    const first = await app.ask(secret, invite, { input });
    expect(first.data?.inviteMember.member.id).toBe(member);
    const again = await app.ask(secret, invite, { input });
    expect(again.data?.inviteMember).toMatchObject({
      member: null,
      events: [],
      refusals: [{ __typename: 'MemberExists', code: 'MEMBER_EXISTS', member }],
    });
  });

  it('answers a repeat of the key as the first time', async () => {
    const input = { ...grace, idempotencyKey: 'invite grace' };
    const first = (await app.ask(secret, invite, { input })).data?.inviteMember;
    const again = (await app.ask(secret, invite, { input })).data?.inviteMember;
    expect(again).toEqual({ ...first, replayed: true });
    const other = await app.ask(secret, invite, { input: { ...input, name: 'Hopper' } });
    expect(other.data?.inviteMember.refusals).toMatchObject([{ code: 'KEY_REUSED' }]);
  });

  it('is refused for the address of another member, whatever its case', async () => {
    const first = await app.ask(secret, invite, { input: grace });
    const { id } = first.data?.inviteMember.member as { id: string };
    const input = { ...grace, name: 'Other', email: 'gRACE@example.com' };
    const { data } = await app.ask(secret, invite, { input });
    expect(data?.inviteMember.refusals).toMatchObject([
      { code: 'IDENTITY_TAKEN', member: id, path: ['input', 'email'] },
    ]);
  });

  it('is refused with the role of tools', async () => {
    const input = { ...grace, role: 'INTEGRATION' };
    const { data } = await app.ask(secret, invite, { input });
    expect(data?.inviteMember.refusals).toMatchObject([
      { code: 'ROLE_TOO_HIGH', allowed: ['GUEST', 'VIEWER', 'RESPONDER', 'ADMIN'] },
    ]);
  });

  it('is not for responders or tools', async () => {
    const tool = await app.newTool(organization);
    const responder = await app.newMember(organization, 'Rae', 'RESPONDER');
    for (const one of [tool, responder]) {
      const { errors } = await app.ask(one.secret, invite, { input: grace });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: 'two\nlines' }],
    ['name', { name: 'x'.repeat(201) }],
    ['email', { email: 'not an address' }],
    ['email', { email: 'a@b\u0000' }],
    ['member', { member: 'mem_1' }],
    ['member', { member: newId('int') }],
  ])('names a bad %s', async (field, bad) => {
    const { errors } = await app.ask(secret, invite, { input: { ...grace, ...bad } });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: ['input', field] }],
    });
  });
});

describe('binding an identity', () => {
  const slack = { system: 'slack', externalId: 'U024BE7LH' };

  it('makes a member known, and is already true the second time', async () => {
    const input = { ...slack, member: admin };
    const first = await app.ask(secret, bind, { input });
    expect(first.data?.bindIdentity).toMatchObject({
      member: { id: admin, name: 'Ada' },
      events: [{ sentence: 'Ada bound Ada to an identity in slack' }],
    });
    const again = await app.ask(secret, bind, { input });
    expect(again.data?.bindIdentity).toMatchObject({
      member: { id: admin },
      events: [],
      refusals: [],
    });
  });

  it('is refused if it is that of another', async () => {
    const { member } = await app.newMember(organization, 'Grace', 'RESPONDER');
    await app.ask(secret, bind, { input: { ...slack, member: admin } });
    const { data } = await app.ask(secret, bind, { input: { ...slack, member } });
    expect(data?.bindIdentity.refusals).toMatchObject([
      { code: 'IDENTITY_TAKEN', member: admin, path: ['input', 'externalId'] },
    ]);
  });

  it('finds the address of the invitation already true, and that of another taken', async () => {
    const { member } = await app.newMember(organization, 'Grace', 'RESPONDER', 'g@example.com');
    const email = { system: 'email', externalId: 'G@Example.com' };
    const own = await app.ask(secret, bind, { input: { ...email, member } });
    expect(own.data?.bindIdentity).toMatchObject({ events: [], refusals: [] });
    const others = await app.ask(secret, bind, { input: { ...email, member: admin } });
    expect(others.data?.bindIdentity.refusals).toMatchObject([{ code: 'IDENTITY_TAKEN' }]);
  });

  it('of nobody is refused', async () => {
    const { data } = await app.ask(secret, bind, { input: { ...slack, member: newId('mem') } });
    expect(data?.bindIdentity).toMatchObject({
      member: null,
      refusals: [{ __typename: 'PlainRefusal', code: 'MEMBER_NOT_FOUND' }],
    });
  });

  it('wants a system of simple letters', async () => {
    for (const system of ['Slack', 'my chat', 'a:b', '', 'x'.repeat(51)]) {
      const { errors } = await app.ask(secret, bind, {
        input: { ...slack, system, member: admin },
      });
      expect(errors?.[0]?.extensions).toMatchObject({ fields: [{ path: ['input', 'system'] }] });
    }
  });

  it('is not for responders', async () => {
    const responder = await app.newMember(organization, 'Rae', 'RESPONDER');
    const { errors } = await app.ask(responder.secret, bind, {
      input: { ...slack, member: responder.member },
    });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('adding an integration', () => {
  it('makes a tool known, once under one id', async () => {
    const integration = newId('int');
    const input = { name: 'Deployer', integration };
    const first = await app.ask(secret, add, { input });
    expect(first.data?.addIntegration).toMatchObject({
      integration: { id: integration, name: 'Deployer' },
      events: [{ sentence: 'Ada added the integration Deployer' }],
    });
    const again = await app.ask(secret, add, { input });
    expect(again.data?.addIntegration).toMatchObject({
      integration: null,
      refusals: [{ code: 'INTEGRATION_EXISTS', integration }],
    });
  });

  it('is not for tools', async () => {
    const tool = await app.newTool(organization);
    const { errors } = await app.ask(tool.secret, add, { input: { name: 'Deployer' } });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('the list of members', () => {
  const members = `query ($first: Int, $after: Cursor, $last: Int, $before: Cursor) {
    members(first: $first, after: $after, last: $last, before: $before) {
      nodes { id name email role } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

  it('pages forward and backward in order of id', async () => {
    for (const name of ['B', 'C', 'D']) await app.newMember(organization, name, 'VIEWER');
    const page = async (args: object) => {
      const { data } = await app.ask(secret, members, args);
      return { names: data?.members.nodes.map(({ name }) => name), ...data?.members.pageInfo };
    };
    const first = await page({ first: 3 });
    expect(first).toMatchObject({ names: ['Ada', 'B', 'C'], hasNextPage: true });
    const second = await page({ first: 3, after: first.endCursor });
    expect(second).toMatchObject({ names: ['D'], hasNextPage: false, hasPreviousPage: true });
    expect(await page({ last: 2 })).toMatchObject({ names: ['C', 'D'], hasPreviousPage: true });
    const before = await page({ last: 2, before: second.startCursor });
    expect(before).toMatchObject({ names: ['B', 'C'], hasPreviousPage: true, hasNextPage: true });
  });

  it('refuses the cursor of another list', async () => {
    const tokens = await app.ask(secret, '{ tokens { pageInfo { endCursor } } }');
    const after = tokens.data?.tokens.pageInfo.endCursor;
    const { errors } = await app.ask(secret, members, { after });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('shows addresses to admins alone, also by node', async () => {
    const { member, secret: theirs } = await app.newMember(
      organization,
      'Grace',
      'VIEWER',
      'g@example.com',
    );
    const node = `query ($id: ID!) { node(id: $id) { ... on Member { email role } } }`;
    const seen = await app.ask(secret, node, { id: member });
    expect(seen.data?.node).toEqual({ email: 'g@example.com', role: 'VIEWER' });
    const unseen = await app.ask(theirs, node, { id: member });
    expect(unseen.data?.node).toEqual({ email: null, role: 'VIEWER' });
    const listed = await app.ask(theirs, members);
    expect(listed.data?.members.nodes).toMatchObject([{ email: null }, { email: null }]);
  });
});

describe('another organization', () => {
  it('is as if it were not there', async () => {
    const other = await app.newOrganization('Other');
    const tool = await app.newTool(other.organization);
    const node = `query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`;
    const ids = [other.admin, tool.integration, tool.token];
    expect((await app.ask(secret, node, { ids })).data?.nodes).toEqual([null, null, null]);
    expect((await app.ask(other.secret, node, { ids })).data?.nodes).toHaveLength(3);
    const input = { member: other.admin, system: 'slack', externalId: 'U1' };
    const { data } = await app.ask(secret, bind, { input });
    expect(data?.bindIdentity.refusals).toMatchObject([{ code: 'MEMBER_NOT_FOUND' }]);
    const lists = await app.ask(secret, '{ members { nodes { id } } tokens { nodes { id } } }');
    expect(lists.data?.members.nodes).toEqual([{ id: admin }]);
    expect(lists.data?.tokens.nodes).toHaveLength(1);
  });
});

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

const done = `replayed events { __typename sentence }
  refusals { __typename code path ... on IdentityTaken { member } ... on RoleTooHigh { allowed } }`;
const mutations = {
  inviteMember: ['InviteMemberInput', 'member { id name email role removedAt }'],
  renameMember: ['RenameMemberInput', 'member { id name }'],
  changeMemberRole: ['ChangeMemberRoleInput', 'member { id role }'],
  removeMember: ['RemoveMemberInput', 'member { id name email role removedAt }'],
  bindIdentity: ['BindIdentityInput', 'member { id }'],
  unbindIdentity: ['UnbindIdentityInput', 'member { id email }'],
  addIntegration: ['AddIntegrationInput', 'integration { id removedAt }'],
  removeIntegration: ['RemoveIntegrationInput', 'integration { id removedAt }'],
  createToken: ['CreateTokenInput', 'secret token { id }'],
  changeSettings: ['ChangeSettingsInput', 'organization { name restrictNewIncidents }'],
} as const;
type Mutation = keyof typeof mutations;
type Done = {
  readonly replayed: boolean;
  readonly events: readonly { readonly __typename: string; readonly sentence: string }[];
  readonly refusals: readonly { readonly code: string }[];
  readonly secret: string;
};

/** The whole answer: a refusal of access is in its errors. */
const ask = (mutation: Mutation, input: object, by = secret) => {
  const [type, fields] = mutations[mutation];
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${done} ${fields} } }`;
  return app.ask(by, query, { input });
};
const tell = async (mutation: Mutation, input: object, by = secret): Promise<Done> => {
  const { data, errors } = await ask(mutation, input, by);
  const answer = (data as unknown as Readonly<Record<string, Done>> | null)?.[mutation];
  if (!answer) throw new Error(JSON.stringify(errors));
  return answer;
};
const types = ({ events }: Done) => events.map((event) => event.__typename);
const sentences = ({ events }: Done) => events.map(({ sentence }) => sentence);
const codes = ({ refusals }: Done) => refusals.map(({ code }) => code);
const roleOf = async (bearer: string) => {
  const { status, data } = await app.ask(bearer, '{ viewer { role } }');
  return status === 200 ? (data as unknown as { viewer: { role: string } }).viewer.role : status;
};
const namesOf = async (args = '') => {
  const { data } = await app.ask(secret, `{ members${args} { nodes { id name } } }`);
  return data?.members.nodes.map(({ name }) => name);
};

describe('renaming a member', () => {
  it('is what every log calls them from then on', async () => {
    const { member } = await app.newMember(organization, 'Grace', 'RESPONDER');
    const renamed = await tell('renameMember', { member, name: 'Rear Admiral Hopper' });
    expect(renamed).toMatchObject({
      member: { id: member, name: 'Rear Admiral Hopper' },
      events: [{ sentence: 'Ada renamed Rear Admiral Hopper' }],
    });
    expect(types(await tell('renameMember', { member, name: 'Rear Admiral Hopper' }))).toEqual([]);
    expect(codes(await tell('renameMember', { member: newId('mem'), name: 'x' }))).toEqual([
      'MEMBER_NOT_FOUND',
    ]);
  });

  it('is stored sealed, and answered to a repeat of its key', async () => {
    const input = { member: admin, name: 'Countess Lovelace', idempotencyKey: 'k' };
    const first = await tell('renameMember', input);
    expect(await tell('renameMember', input)).toEqual({ ...first, replayed: true });
    const { rows } = await app.database.owner.query<{ payload: string }>(
      `select payload from bridgelog.events where organization = $1 and type = 'MemberRenamed'`,
      [organization],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.payload).not.toMatch(/Lovelace/);
    expect(rows[0]?.payload).toMatch(/sealed/);
  });
});

describe('changing the role of a member', () => {
  it('takes effect on the tokens that they have, at once', async () => {
    const grace = await app.newMember(organization, 'Grace', 'ADMIN');
    expect(await roleOf(grace.secret)).toBe('ADMIN');
    const demoted = await tell('changeMemberRole', { member: grace.member, role: 'VIEWER' });
    expect(demoted).toMatchObject({ member: { id: grace.member, role: 'VIEWER' } });
    expect(sentences(demoted)).toEqual(['Ada changed the role of Grace from admin to viewer']);
    expect(await roleOf(grace.secret)).toBe('VIEWER');
    const { errors } = await ask('renameMember', { member: admin, name: 'x' }, grace.secret);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await tell('changeMemberRole', { member: grace.member, role: 'ADMIN' });
    expect(await roleOf(grace.secret)).toBe('ADMIN');
  });

  it('lets a token do no more than it was made for', async () => {
    const grace = await app.newMember(organization, 'Grace', 'VIEWER');
    await tell('changeMemberRole', { member: grace.member, role: 'ADMIN' });
    expect(await roleOf(grace.secret)).toBe('VIEWER');
    await tell('changeMemberRole', { member: grace.member, role: 'GUEST' });
    expect(await roleOf(grace.secret)).toBe('GUEST');
  });

  it.each([
    ['ADMIN', 'RESPONDER', 'RESPONDER'],
    ['VIEWER', 'ADMIN', 'VIEWER'],
    ['INTEGRATION', null, 'INTEGRATION'],
    ['INTEGRATION', 'ADMIN', 'GUEST'],
    ['ADMIN', 'INTEGRATION', 'GUEST'],
  ])('makes of a token for %s and a member who is %s: %s', async (token, member, bearer) => {
    const sql = 'select bridgelog.role_of_bearer($1, $2) as bearer';
    expect((await app.database.owner.query(sql, [token, member])).rows).toEqual([{ bearer }]);
  });

  it('leaves the tokens of tools alone, but those whom they act for', async () => {
    const tool = await app.newTool(organization, 'ADMIN');
    const grace = await app.newMember(organization, 'Grace', 'ADMIN');
    await tell('changeMemberRole', { member: grace.member, role: 'RESPONDER' });
    expect(await roleOf(tool.secret)).toBe('ADMIN');
    const actor = { member: grace.member };
    const { errors } = await ask('renameMember', { member: admin, name: 'x', actor }, tool.secret);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('never leaves the organization without an admin', async () => {
    const asked = { member: admin, role: 'RESPONDER' };
    expect(codes(await tell('changeMemberRole', asked))).toEqual(['LAST_ADMIN']);
    expect(codes(await tell('removeMember', { member: admin }))).toEqual(['LAST_ADMIN']);
    const grace = await app.newMember(organization, 'Grace', 'ADMIN');
    await tell('removeMember', { member: grace.member });
    expect(codes(await tell('changeMemberRole', asked))).toEqual(['LAST_ADMIN']);
    await app.newMember(organization, 'Lin', 'ADMIN');
    expect(types(await tell('changeMemberRole', asked))).toEqual(['MemberRoleChanged']);
  });

  it('by twenty admins of each other at once leaves one', async () => {
    const others = await Promise.all(
      Array.from({ length: 19 }, (_, n) => app.newMember(organization, `Admin ${n}`, 'ADMIN')),
    );
    const all = [{ member: admin, secret }, ...others];
    await Promise.all(
      all.map(({ secret: by }, n) => {
        const { member = '' } = all[(n + 1) % all.length] ?? {};
        return n % 2 === 0
          ? ask('changeMemberRole', { member, role: 'VIEWER' }, by)
          : ask('removeMember', { member }, by);
      }),
    );
    const { rows } = await app.database.owner.query<{ admins: number }>(
      `select count(*)::int as admins from bridgelog.members
        where organization = $1 and role = 'ADMIN' and removed_at is null`,
      [organization],
    );
    expect(rows[0]?.admins).toBeGreaterThanOrEqual(1);
    expect(rows[0]?.admins).toBeLessThan(20);
    const roles = await Promise.all(all.map((one) => roleOf(one.secret)));
    expect(roles.filter((role) => role === 'ADMIN')).toHaveLength(rows[0]?.admins ?? 0);
  });

  it('is for admins, and to no role of tools', async () => {
    const { member, secret: theirs } = await app.newMember(organization, 'Rae', 'RESPONDER');
    const { errors } = await ask('changeMemberRole', { member, role: 'ADMIN' }, theirs);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await tell('changeMemberRole', { member, role: 'INTEGRATION' })).toMatchObject({
      refusals: [{ code: 'ROLE_TOO_HIGH', allowed: ['GUEST', 'VIEWER', 'RESPONDER', 'ADMIN'] }],
    });
  });
});

describe('removing a member', () => {
  it('ends their tokens and frees what they were known by', async () => {
    const grace = await app.newMember(organization, 'Grace', 'RESPONDER', 'grace@example.com');
    await tell('bindIdentity', { member: grace.member, system: 'slack', externalId: 'U1' });
    const removed = await tell('removeMember', { member: grace.member, reason: 'Left' });
    expect(sentences(removed)).toEqual([
      'Ada removed Grace: Left',
      `Ada revoked the token of ${grace.member}: its member was removed`,
      'Ada unbound Grace from an identity in email',
      'Ada unbound Grace from an identity in slack',
    ]);
    expect(removed).toMatchObject({
      member: { id: grace.member, email: null, removedAt: '2026-03-01T12:00:00.000000Z' },
    });
    expect(await roleOf(grace.secret)).toBe(401);
    expect(types(await tell('removeMember', { member: grace.member }))).toEqual([]);

    const lin = await app.newMember(organization, 'Lin', 'RESPONDER', 'Grace@Example.com');
    const taken = { member: lin.member, system: 'slack', externalId: 'U1' };
    expect(types(await tell('bindIdentity', taken))).toEqual(['IdentityBound']);
    const reused = { name: `of ${grace.member}`, role: 'VIEWER', forMember: lin.member };
    expect(types(await tell('createToken', reused))).toEqual(['TokenCreated']);
  });

  it('leaves nobody to act for, or to make a token for', async () => {
    const tool = await app.newTool(organization, 'ADMIN');
    const grace = await app.newMember(organization, 'Grace', 'ADMIN', 'grace@example.com');
    await tell('removeMember', { member: grace.member });
    for (const actor of [
      { member: grace.member },
      { externalId: { system: 'email', id: 'grace@example.com' } },
    ]) {
      const { errors } = await ask(
        'renameMember',
        { member: admin, name: 'x', actor },
        tool.secret,
      );
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    const token = { name: 'late', role: 'VIEWER', forMember: grace.member };
    expect(codes(await tell('createToken', token))).toEqual(['MEMBER_NOT_FOUND']);
    const bind = { member: grace.member, system: 'slack', externalId: 'U1' };
    expect(codes(await tell('bindIdentity', bind))).toEqual(['MEMBER_NOT_FOUND']);
  });

  it('takes them off the list, unless those who were removed are asked for', async () => {
    const grace = await app.newMember(organization, 'Grace', 'RESPONDER');
    await tell('removeMember', { member: grace.member });
    expect(await namesOf()).toEqual(['Ada']);
    expect(await namesOf('(alsoRemoved: true)')).toEqual(['Ada', 'Grace']);
    const node = 'query ($id: ID!) { node(id: $id) { ... on Member { name removedAt } } }';
    const { data } = await app.ask(secret, node, { id: grace.member });
    expect(data?.node).toEqual({ name: 'Grace', removedAt: '2026-03-01T12:00:00.000000Z' });
  });

  it('can be undone by inviting them again, which brings no token and no account back', async () => {
    const grace = await app.newMember(organization, 'Grace', 'ADMIN', 'grace@example.com');
    await tell('bindIdentity', { member: grace.member, system: 'slack', externalId: 'U1' });
    await tell('removeMember', { member: grace.member });
    const again = { member: grace.member, name: 'Grace', role: 'RESPONDER' };
    expect(await tell('inviteMember', again)).toMatchObject({
      member: { id: grace.member, email: null, role: 'RESPONDER', removedAt: null },
    });
    expect(codes(await tell('inviteMember', again))).toEqual(['MEMBER_EXISTS']);
    expect(await roleOf(grace.secret)).toBe(401);
    const slack = { member: admin, system: 'slack', externalId: 'U1' };
    expect(types(await tell('bindIdentity', slack))).toEqual(['IdentityBound']);
    const token = { name: 'new', role: 'RESPONDER', forMember: grace.member };
    const { secret: fresh } = await tell('createToken', token);
    expect(await roleOf(fresh)).toBe('RESPONDER');
  });

  it('shuts the door even where a token was left', async () => {
    const grace = await app.newMember(organization, 'Grace', 'RESPONDER');
    await app.database.owner.query(
      'update bridgelog.members set removed_at = now() where organization = $1 and id = $2',
      [organization, grace.member],
    );
    expect(await roleOf(grace.secret)).toBe(401);
  });

  it('of another organization is refused, and none of hers is touched', async () => {
    const other = await app.newOrganization('Other');
    const grace = await app.newMember(other.organization, 'Grace', 'RESPONDER');
    for (const mutation of ['removeMember', 'changeMemberRole', 'renameMember'] as const) {
      const more = { changeMemberRole: { role: 'GUEST' }, renameMember: { name: 'x' } };
      const input = { member: grace.member, ...more[mutation as keyof typeof more] };
      expect(codes(await tell(mutation, input))).toEqual(['MEMBER_NOT_FOUND']);
    }
    expect(await roleOf(grace.secret)).toBe('RESPONDER');
  });
});

describe('unbinding an identity', () => {
  it('frees it for another', async () => {
    const grace = await app.newMember(organization, 'Grace', 'RESPONDER', 'g@example.com');
    const slack = { system: 'slack', externalId: 'U1' };
    await tell('bindIdentity', { ...slack, member: grace.member });
    expect(types(await tell('unbindIdentity', { ...slack, member: admin }))).toEqual([]);
    const unbound = await tell('unbindIdentity', { ...slack, member: grace.member });
    expect(sentences(unbound)).toEqual(['Ada unbound Grace from an identity in slack']);
    expect(types(await tell('unbindIdentity', { ...slack, member: grace.member }))).toEqual([]);
    expect(types(await tell('bindIdentity', { ...slack, member: admin }))).toEqual([
      'IdentityBound',
    ]);
  });

  it('of the address of an invitation takes the address away', async () => {
    const { member } = await app.newMember(organization, 'Grace', 'RESPONDER', 'g@example.com');
    const email = { system: 'email', externalId: 'G@EXAMPLE.com' };
    expect(await tell('unbindIdentity', { ...email, member })).toMatchObject({
      member: { id: member, email: null },
      events: [{ __typename: 'IdentityUnbound' }],
    });
    expect(types(await tell('bindIdentity', { ...email, member: admin }))).toEqual([
      'IdentityBound',
    ]);
    expect(codes(await tell('bindIdentity', { ...email, member }))).toEqual(['IDENTITY_TAKEN']);
  });
});

describe('removing an integration', () => {
  it('ends its tokens, and adding it again brings none back', async () => {
    const tool = await app.newTool(organization);
    const { integration } = tool;
    const removed = await tell('removeIntegration', { integration, reason: 'Replaced' });
    expect(sentences(removed)).toEqual([
      'Ada removed the integration Bot: Replaced',
      `Ada revoked the token of ${integration}: its integration was removed`,
    ]);
    expect(await roleOf(tool.secret)).toBe(401);
    expect(types(await tell('removeIntegration', { integration }))).toEqual([]);
    const token = { name: 'x', role: 'INTEGRATION', forIntegration: integration };
    expect(codes(await tell('createToken', token))).toEqual(['INTEGRATION_NOT_FOUND']);
    expect(types(await tell('addIntegration', { integration, name: 'Bot' }))).toEqual([
      'IntegrationAdded',
    ]);
    expect(await roleOf(tool.secret)).toBe(401);
    expect(types(await tell('createToken', token))).toEqual(['TokenCreated']);
    expect(codes(await tell('removeIntegration', { integration: newId('int') }))).toEqual([
      'INTEGRATION_NOT_FOUND',
    ]);
  });
});

describe('changing settings', () => {
  it('changes what is said, and leaves the rest', async () => {
    const renamed = await tell('changeSettings', { name: 'Globex' });
    expect(renamed).toMatchObject({
      organization: { name: 'Globex', restrictNewIncidents: false },
      events: [{ sentence: 'Ada changed the settings: it is called Globex' }],
    });
    expect(await tell('changeSettings', { name: null, restrictNewIncidents: true })).toMatchObject({
      organization: { name: 'Globex', restrictNewIncidents: true },
    });
    const same = { name: 'Globex', restrictNewIncidents: true };
    expect(types(await tell('changeSettings', same))).toEqual([]);
    const { data } = await app.ask(secret, '{ viewer { organization { name } } }');
    expect(data?.viewer).toEqual({ organization: { name: 'Globex' } });
  });

  it('is for admins', async () => {
    const { secret: theirs } = await app.newMember(organization, 'Rae', 'RESPONDER');
    const { errors } = await ask('changeSettings', { name: 'Mine' }, theirs);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

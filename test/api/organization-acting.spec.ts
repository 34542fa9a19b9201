import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { onTheMachine } from '../../src/organization/issuer.js';
import { newId } from '../../src/platform/ids.js';
import type { Headers } from '../support/organization-app.js';
import { OrganizationApp } from '../support/organization-app.js';

let app: OrganizationApp;
let organization: string;
let admin: string;
let secret: string;
let tool: Awaited<ReturnType<OrganizationApp['newTool']>>;
beforeAll(async () => {
  app = await OrganizationApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  ({ organization, secret } = await app.newOrganization());
  ({ member: admin } = await app.newMember(organization, 'Ida', 'ADMIN', 'ida@example.com'));
  tool = await app.newTool(organization, 'ADMIN');
  for (const [system, externalId] of [
    ['slack', 'U1'],
    ['email', 'Ida.Rhodes@example.com'],
  ] as const) {
    const identity = { member: admin, system, externalId };
    await app.service.bindIdentity(organization, identity, onTheMachine('cli'));
  }
});

const add = `mutation ($input: AddIntegrationInput!) { addIntegration(input: $input) {
  events { via actor { kind id name } } refusals { code } replayed } }`;

const act = (actor: object | null, header?: string, by = tool.secret, more: object = {}) => {
  const headers: Headers = header === undefined ? {} : { 'bridgelog-actor': header };
  return app.ask(by, add, { input: { name: 'x', actor, ...more } }, headers);
};
const externalId = (system: string, id: string) => ({ externalId: { system, id } });

describe('a tool that may act for people', () => {
  it('acts on its own account unless it names somebody', async () => {
    const { data } = await act(null);
    expect(data?.addIntegration.events).toEqual([
      { via: tool.token, actor: { kind: 'INTEGRATION', id: tool.integration, name: 'Bot' } },
    ]);
  });

  it.each<[string, () => [object | null, string?]]>([
    ['their id', () => [{ member: admin }]],
    ['their id in another system', () => [externalId('slack', 'U1')]],
    [
      'an address that was bound, in any case',
      () => [externalId('email', 'ida.rhodes@EXAMPLE.com')],
    ],
    ['the address of the invitation', () => [externalId('email', 'IDA@example.com')]],
    ['a header with their id', () => [null, admin]],
    ['a header with their id in another system', () => [null, 'slack:U1']],
    [
      'a header and an input that agree',
      () => [externalId('email', 'IDA@example.com'), 'email:ida@example.com'],
    ],
  ])('names them by %s', async (_how, named) => {
    const { data, errors } = await act(...named());
    expect(errors).toBeUndefined();
    expect(data?.addIntegration.events).toEqual([
      { via: tool.token, actor: { kind: 'MEMBER', id: admin, name: 'Ida' } },
    ]);
  });

  it.each<[string, () => [object | null, string?], string, RegExp]>([
    ['an id of nobody', () => [{ member: newId('mem') }], 'input.actor', /there is no member mem_/],
    ['an identity of nobody', () => [externalId('slack', 'u1')], 'input.actor', /slack:u1/],
    ['an identity in another system', () => [externalId('teams', 'U1')], 'input.actor', /teams:U1/],
    ['a header of nobody', () => [null, 'slack:U2'], 'Bridgelog-Actor', /slack:U2/],
    ['a header that says nothing', () => [null, 'Ida'], 'Bridgelog-Actor', /must be/],
    ['a header unlike the input', () => [{ member: admin }, 'slack:U1'], 'input.actor', /differs/],
  ])('is told when it names %s', async (_how, named, path, message) => {
    const { data, errors } = await act(...named());
    expect(data).toBeNull();
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: path.split('.') }],
    });
  });

  it('has no more rights than the person', async () => {
    const { member } = await app.newMember(organization, 'Rae', 'RESPONDER');
    const { errors } = await act({ member });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(errors?.[0]?.message).toBe('input.actor: this takes the role ADMIN; Rae is RESPONDER');
  });

  it('has no more rights than its token', async () => {
    const { secret: modest } = await app.newTool(organization, 'INTEGRATION');
    const { errors } = await act({ member: admin }, undefined, modest);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('does not find the people of another organization', async () => {
    const other = await app.newOrganization('Other');
    const { errors } = await act({ member: other.admin });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const foreign = await app.newTool(other.organization, 'ADMIN');
    const { errors: others } = await act(externalId('slack', 'U1'), undefined, foreign.secret);
    expect(others?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('has keys of its own for each person', async () => {
    const key = { idempotencyKey: 'k' };
    const own = await act(null, undefined, tool.secret, key);
    const theirs = await act({ member: admin }, undefined, tool.secret, key);
    const again = await act({ member: admin }, undefined, tool.secret, key);
    const replayed = [own, theirs, again].map(({ data }) => data?.addIntegration.replayed);
    expect(replayed).toEqual([false, false, true]);
  });
});

describe('many tools at once', () => {
  it('are all served, though each names somebody', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => act(externalId('slack', 'U1'))),
    );
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
  });
});

describe('a token that may not act for people', () => {
  it('is refused, whomever it names', async () => {
    const plain = await app.newTool(organization, 'ADMIN', []);
    for (const bearer of [secret, plain.secret]) {
      for (const named of [[{ member: admin }], [null, 'slack:U1'], [null, admin]] as const) {
        const { errors } = await act(named[0], named[1], bearer);
        expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
        expect(errors?.[0]?.message).toMatch(/^(input\.actor|Bridgelog-Actor): .*ACT_AS/);
      }
    }
  });
});

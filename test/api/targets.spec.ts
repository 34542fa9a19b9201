import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
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

type Done = {
  events: { type: string; sentence: string }[];
  refusals: { code: string; message: string }[];
};
const done = 'events { type sentence } refusals { code message }';
const change = (mutation: string, input: object) => ida.api.send<Done>(mutation, input, done);
const codes = ({ refusals }: Done) => refusals.map(({ code }) => code);
const types = ({ events }: Done) => events.map(({ type }) => type);
const resolve = (target: string) =>
  bob.api.ask(
    'query ($t: String!) { resolveTarget(target: $t) { target given alias { alias } } }',
    {
      t: target,
    },
  );

describe('services', () => {
  it('are defined once, and again with other words', async () => {
    const service = { name: 'Checkout', title: 'The checkout', team: 'Payments' };
    expect((await change('defineService', service)).events).toEqual([
      { type: 'ServiceDefined', sentence: 'Ida defined the service checkout: The checkout' },
    ]);
    expect(types(await change('defineService', service))).toEqual([]);
    const other = { ...service, name: 'checkout', target: 'App/Checkout', description: 'Pays' };
    expect(types(await change('defineService', other))).toEqual(['ServiceDefined']);
    await change('defineService', { name: 'search', title: 'Search' });
    expect(
      await bob.api.ask('{ services { nodes { name title team target description } } }'),
    ).toEqual({
      services: {
        nodes: [
          { ...service, name: 'checkout', target: 'app/checkout', description: 'Pays' },
          {
            name: 'search',
            title: 'Search',
            team: null,
            target: 'service/search',
            description: null,
          },
        ],
      },
    });
  });

  it('are for admins to define, with a name of one segment', async () => {
    const service = { name: 'a/b', title: 'Two' };
    expect(await change('defineService', service)).toMatchObject({
      refusals: [{ code: 'NOT_A_TARGET', message: expect.stringMatching(/did you mean a-b\?$/) }],
    });
    await expect(bob.api.send('defineService', service, done)).rejects.toThrow(/ADMIN/);
    await expect(bob.api.send('aliasTarget', { alias: 'a', target: 'b' }, done)).rejects.toThrow(
      /ADMIN/,
    );
    await expect(bob.api.send('removeAlias', { alias: 'a' }, done)).rejects.toThrow(/ADMIN/);
  });
});

describe('aliases', () => {
  it('lead to one name, under which claims are kept and events are recorded', async () => {
    expect(types(await change('aliasTarget', { alias: 'Shop', target: 'Service/Shop' }))).toEqual([
      'TargetAliased',
    ]);
    expect(types(await change('aliasTarget', { alias: 'shop', target: 'service/shop' }))).toEqual(
      [],
    );
    expect(await resolve(' SHOP/Cart')).toEqual({
      resolveTarget: { target: 'service/shop/cart', given: 'shop/cart', alias: { alias: 'shop' } },
    });
    const incident = await declare(bob.api);
    await bob.api.send('takeCommand', { incident }, 'position');
    const work = { incident, kind: 'RESTART', intent: 'FIX' };
    const start = { ...work, target: 'SHOP/cart' };
    const fields = `action { id target } refusals { code ... on ActionConflict { target } }
      events { ... on ActionStarted { target givenTarget } }`;
    const started = await bob.api.send<{ action: { id: string } }>('startAction', start, fields);
    expect(started).toEqual({
      action: { id: started.action.id, target: 'service/shop/cart' },
      events: expect.arrayContaining([{ target: 'service/shop/cart', givenTarget: 'shop/cart' }]),
      refusals: [],
    });
    const whole = await bob.api.send('startAction', { ...work, target: 'service/shop' }, fields);
    expect(whole).toMatchObject({
      refusals: [{ code: 'ACTION_CONFLICT', target: 'service/shop/cart' }],
    });
    await change('defineService', { name: 'shop', title: 'Shop' });
    const query = `query ($name: String!) { target(name: $name) { name aliases service { name }
      openActions { id incident { id } startedBy { name } } history { nodes { id status } } } }`;
    expect(await bob.api.ask(query, { name: 'shop' })).toEqual({
      target: {
        name: 'service/shop',
        aliases: ['shop'],
        service: { name: 'shop' },
        openActions: [
          { id: started.action.id, incident: { id: incident }, startedBy: { name: 'Bob' } },
        ],
        history: { nodes: [] },
      },
    });
    expect(await bob.api.ask(query, { name: 'shop/cart' })).toMatchObject({
      target: {
        aliases: [],
        service: { name: 'shop' },
        history: { nodes: [{ id: started.action.id, status: 'STARTED' }] },
      },
    });
    const inUse = await ida.api.send(
      'removeAlias',
      { alias: 'shop' },
      `refusals { code message ... on TargetInUse { target openAction { id } incident { id } } }`,
    );
    expect(inUse).toEqual({
      refusals: [
        {
          code: 'TARGET_IN_USE',
          message:
            'the restart of service/shop/cart in INC-1 is open on service/shop/cart: ' +
            'finish it first, so that no other meets shop by another name',
          target: 'service/shop/cart',
          openAction: { id: started.action.id },
          incident: { id: incident },
        },
      ],
    });
    const finish = { incident, action: started.action.id, outcome: 'WORKED' };
    await bob.api.send('finishAction', finish, 'position');
    expect(types(await change('removeAlias', { alias: 'SHOP' }))).toEqual(['TargetAliasRemoved']);
    expect(types(await change('removeAlias', { alias: 'shop' }))).toEqual([]);
    expect(await resolve('shop')).toEqual({
      resolveTarget: { target: 'shop', given: 'shop', alias: null },
    });
    await expect(resolve('a b')).rejects.toThrow(/a-b/);
  });

  it('never lead to another alias', async () => {
    const alias = (name: string, target: string) =>
      change('aliasTarget', { alias: name, target }).then(codes);
    expect(await alias('pay', 'service/payments')).toEqual([]);
    expect(await alias('x', 'pay')).toEqual(['ALIAS_OF_ALIAS']);
    expect(await alias('x', 'pay/cards')).toEqual(['ALIAS_OF_ALIAS']);
    expect(await alias('service/payments', 'y')).toEqual(['ALIAS_IS_TARGET']);
    expect(await alias('service', 'y')).toEqual(['ALIAS_IS_TARGET']);
    expect(await alias('service/payments/eu', 'y')).toEqual(['ALIAS_IS_TARGET']);
    expect(await alias('z', 'z')).toEqual(['ALIAS_OF_ITSELF']);
    expect(await alias('!', 'z')).toEqual(['NOT_A_TARGET']);
    expect(await alias('pay', 'service/payment')).toEqual([]);
    expect(await bob.api.ask('{ targetAliases(first: 1) { nodes { alias target } } }')).toEqual({
      targetAliases: { nodes: [{ alias: 'pay', target: 'service/payment' }] },
    });
  });

  it('wait for open actions on what would go by another name', async () => {
    const incident = await declare(bob.api);
    await bob.api.send('takeCommand', { incident }, 'position');
    const start = async (target: string, intent = 'FIX'): Promise<string> => {
      const action = newId('act');
      const input = { incident, action, target, kind: 'RESTART', intent };
      expect(await bob.api.send('startAction', input, done)).toMatchObject({ refusals: [] });
      return action;
    };
    const finish = (action: string) =>
      bob.api.send('finishAction', { incident, action, outcome: 'NO_EFFECT' }, 'position');
    const alias = (name: string, target: string) =>
      change('aliasTarget', { alias: name, target }).then(codes);

    const part = await start('mail/queue/eu');
    const looks = await start('mail/queue', 'DIAGNOSE');
    for (const name of ['mail', 'mail/queue', 'mail/queue/eu', 'mail/queue/eu/1'])
      expect(await alias(name, 'service/mail')).toEqual(['TARGET_IN_USE']);
    expect(await alias('post', 'mail')).toEqual([]);
    expect(await alias('post', 'service/post')).toEqual(['TARGET_IN_USE']);
    expect(await alias('post', 'mail')).toEqual([]);
    await finish(part);
    expect(await alias('post', 'service/post')).toEqual([]);
    expect(await alias('mail', 'service/mail')).toEqual([]);
    await finish(looks);
  });

  it('lead to what was done before they were made, under the name that it had', async () => {
    const incident = await declare(bob.api);
    await bob.api.send('takeCommand', { incident }, 'position');
    const tried = async (target: string): Promise<string> => {
      const action = newId('act');
      const input = { incident, action, target, kind: 'SCALE', intent: 'FIX' };
      await bob.api.send('startAction', input, 'position');
      const ended = { incident, action, outcome: 'NO_EFFECT' };
      await bob.api.send('finishAction', ended, 'position');
      return action;
    };
    const [old, oldPart, later] = [
      await tried('ledger'),
      await tried('ledger/eu'),
      await tried('service/ledger'),
    ];
    await change('aliasTarget', { alias: 'ledger', target: 'service/ledger' });
    type Told = { alreadyTried: { why: string; score: number; action: { id: string } }[] };
    const ask = async (target: string) =>
      (
        await bob.api.ask<Told>(`{ alreadyTried(target: "${target}") { why score action { id } } }`)
      ).alreadyTried.map(({ why, action }) => [why, action.id]);
    const told = await ask('ledger');
    expect(told.slice(0, 2)).toEqual(
      expect.arrayContaining([
        ['SAME_TARGET', old],
        ['SAME_TARGET', later],
      ]),
    );
    expect(told[2]).toEqual(['PARENT_OR_CHILD', oldPart]);
    expect((await ask('service/ledger/eu'))[0]).toEqual(['SAME_TARGET', oldPart]);
    expect((await ask('service')).map(([, id]) => id)).toEqual(
      expect.arrayContaining([old, oldPart, later]),
    );
    type History = { target: { history: { nodes: { id: string }[] } } };
    const { target } = await bob.api.ask<History>(
      '{ target(name: "ledger") { history { nodes { id } } } }',
    );
    expect(new Set(target.history.nodes.map(({ id }) => id))).toEqual(new Set([old, later]));
    const again = { incident, target: 'ledger', kind: 'SCALE', intent: 'FIX' };
    expect(await bob.api.send('startAction', again, 'notices { code message }')).toMatchObject({
      notices: [
        { code: 'GUARDRAIL' },
        { code: 'GUARDRAIL' },
        { code: 'GUARDRAIL', message: expect.stringMatching(/it was tried before/) },
        { code: 'EARLIER_ATTEMPTS', message: expect.stringMatching(/^Tried 2 times before/) },
      ],
    });
  });

  it('made at once by twenty never lead to each other', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `ring-${n}`);
    await Promise.all(
      names.map((alias, n) =>
        change('aliasTarget', { alias, target: names[(n + 1) % names.length] }),
      ),
    );
    type Answer = { targetAliases: { nodes: { alias: string; target: string }[] } };
    const { targetAliases } = await bob.api.ask<Answer>(
      '{ targetAliases(first: 200) { nodes { alias target } } }',
    );
    const ring = targetAliases.nodes.filter(({ alias }) => alias.startsWith('ring-'));
    const aliases = new Set(ring.map(({ alias }) => alias));
    expect(ring.length).toBeGreaterThan(0);
    expect(ring.filter(({ target }) => aliases.has(target))).toEqual([]);
  });
});

describe('what was already tried', () => {
  type Tried = { alreadyTried: { why: string; score: number; action: { id: string } }[] };
  const ask = async (by: Person, args: string) =>
    (
      await by.api.ask<Tried>(
        `{ alreadyTried(${args}) { why score action { id outcome incident { id } } } }`,
      )
    ).alreadyTried;
  const tried = async (target: string, kind: string, remark: string, outcome = 'NO_EFFECT') => {
    const incident = await declare(bob.api);
    const action = newId('act');
    const input = { incident, action, target, kind, intent: 'FIX', remark };
    await bob.api.send('startAction', input, 'position');
    await bob.api.send('finishAction', { incident, action, outcome }, 'position');
    return { incident, action };
  };

  it('is told from the target outwards, then by words, of incidents that one sees', async () => {
    await database.setClock('2026-03-10T12:00:00Z', 0);
    const old = await tried('edge/waf', 'ROLLBACK', 'Removed the regular expression');
    await database.setClock('2026-03-11T12:00:00Z', 0);
    const late = await tried('edge/waf', 'RESTART', 'Once more');
    const child = await tried('edge/waf/rules', 'RESTART', 'Reload');
    await database.setClock('2026-03-12T12:00:00Z', 0);
    const parent = await tried('edge', 'RESTART', 'All of it');
    const alike = await tried('cdn/firewall', 'CONFIG_CHANGE', 'Backtracking regular expression');
    await tried('db/orders', 'SCALE', 'More memory');
    const incident = await declare(bob.api);
    const proposal = { incident, target: 'edge/waf', kind: 'RESTART', intent: 'FIX' };
    await bob.api.send('proposeAction', proposal, 'position');
    await change('aliasTarget', { alias: 'waf', target: 'edge/waf' });

    const found = await ask(bob, 'target: "WAF", text: "regular expression backtracking"');
    expect(found.map(({ why, action }) => [why, action.id])).toEqual([
      ['SAME_TARGET', late.action],
      ['SAME_TARGET', old.action],
      ['PARENT_OR_CHILD', child.action],
      ['PARENT_OR_CHILD', parent.action],
      ['SIMILAR_TEXT', alike.action],
    ]);
    expect(found[0]).toMatchObject({
      score: 1,
      action: { outcome: 'NO_EFFECT', incident: { id: late.incident } },
    });
    const near = found.slice(0, -1).map(({ score }) => score);
    expect(near.map((score) => score.toFixed(3))).toEqual(['1.000', '1.000', '0.667', '0.500']);
    expect(found.at(-1)?.score).toBeGreaterThan(0.45);
    const restarts = await ask(bob, 'target: "edge/waf", kind: RESTART, first: 2');
    expect(restarts[0]?.action.id).toBe(late.action);
    expect(restarts).toHaveLength(2);
    expect(await ask(bob, 'target: "nothing/like-it", text: "zzzz"')).toEqual([]);

    await database.owner.query(
      'update bridgelog.incidents set restricted = true where id = any ($1)',
      [[alike.incident, old.incident]],
    );
    const seen = await ask(bob, 'target: "waf", text: "regular expression backtracking"');
    expect(seen.map(({ action }) => action.id)).not.toContain(alike.action);
    expect(seen).toHaveLength(3);
    expect(await ask(ida, 'target: "waf", text: "regular expression backtracking"')).toHaveLength(
      5,
    );
    await database.owner.query(
      `insert into bridgelog.sight (organization, id, incident, viewer, granted)
        values ($1, 'x', $2, $3, true)`,
      [app.organization, alike.incident, bob.member],
    );
    expect(await ask(bob, 'target: "waf", text: "regular expression backtracking"')).toHaveLength(
      4,
    );

    const elsewhere = await TestApp.start(database);
    const stranger = await elsewhere.person('Stranger', 'ADMIN');
    expect(await ask(stranger, 'target: "edge/waf", text: "regular expression"')).toEqual([]);
    await elsewhere.close();
  });

  it('is also what was abandoned, what expired and what runs, not what was only proposed', async () => {
    await database.setClock('2026-03-20T12:00:00Z', 0);
    const abandoned = await tried('mq/orders', 'RESTART', 'Not needed', 'ABANDONED');
    const open = { incident: await declare(bob.api), kind: 'RESTART', intent: 'FIX' };
    const start = async (target: string): Promise<string> => {
      const action = newId('act');
      await bob.api.send('startAction', { ...open, target, action }, 'position');
      return action;
    };
    const expired = await start('mq/orders');
    await database.setClock('2026-03-20T13:00:00Z', 0);
    await app.settle();
    const running = await start('mq/orders');
    await bob.api.send('proposeAction', { ...open, target: 'mq/orders' }, 'position');
    const found = await ask(bob, 'target: "mq/orders", text: "qqq"');
    expect(found.map(({ why, action }) => [why, action.id])).toEqual([
      ['SAME_TARGET', running],
      ['SAME_TARGET', expired],
      ['SAME_TARGET', abandoned.action],
    ]);

    const again = `notices { message ... on EarlierAttempts { attempts { id } } }`;
    const proposed = await bob.api.send('proposeAction', { ...open, target: 'mq/orders' }, again);
    expect(proposed).toEqual({
      notices: [
        {
          message: expect.stringMatching(
            /^Tried 2 times before: lease expired 45 minutes ago in INC-\d+ by Bob; ABANDONED 1 hour ago in INC-\d+ by Bob$/,
          ),
          attempts: [{ id: expired }, { id: abandoned.action }],
        },
      ],
    });
  });

  it('of a restricted incident is shown of no target to those who do not see it', async () => {
    const hidden = await tried('vault/keys', 'RESTART', 'Rotated the quartz keys');
    const again = { incident: hidden.incident, target: 'vault/keys', kind: 'SCALE', intent: 'FIX' };
    await bob.api.send('startAction', again, 'position');
    await ida.api.send('restrictIncident', { incident: hidden.incident }, 'position');
    const [mia, gus] = [await app.person('Mia'), await app.person('Gus', 'GUEST')];
    const query = `{ target(name: "vault/keys") {
      openActions { id } history { nodes { id } } }
      alreadyTried(target: "vault", text: "quartz keys") { action { id } } }`;
    type Shown = {
      target: { openActions: object[]; history: { nodes: object[] } };
      alreadyTried: object[];
    };
    const counts = async (by: Person) => {
      const { target, alreadyTried } = await by.api.ask<Shown>(query);
      return [target.openActions.length, target.history.nodes.length, alreadyTried.length];
    };
    expect([await counts(ida), await counts(mia)]).toEqual([
      [1, 2, 2],
      [0, 0, 0],
    ]);
    await expect(counts(gus)).rejects.toThrow(/not open to guests/);
    const told = 'notices { code } refusals { message }';
    const proposal = { ...again, incident: await declare(mia.api), kind: 'RESTART' };
    expect(await mia.api.send('proposeAction', proposal, told)).toEqual({
      notices: [],
      refusals: [],
    });
  });

  it('refuses what is no target, and sizes out of bounds', async () => {
    await expect(ask(bob, 'target: "a b"')).rejects.toThrow(/a-b/);
    await expect(ask(bob, 'target: "a", first: 51')).rejects.toThrow(/first/);
    await expect(ask(bob, 'target: "a", first: 0')).rejects.toThrow(/first/);
  });
});

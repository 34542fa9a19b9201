import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { newId } from '../../src/platform/ids.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

let database: TestDatabase;
let app: TestApp;
let ida: Person;
beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  ida = await app.person('Ida', 'ADMIN');
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

type Done = {
  readonly events: readonly { readonly type: string; readonly sentence: string }[];
  readonly refusals: readonly { readonly code: string }[];
};
const done = 'events { type sentence } refusals { code }';
const remove = (member: string) => ida.api.send<Done>('removeMember', { member }, done);

describe('an incident whose commander was removed', () => {
  it('can be taken, and says how the term ended', async () => {
    const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
    const incident = await declare(ada.api);
    await ada.api.send('takeCommand', { incident }, 'position');
    await ada.api.send('offerCommand', { incident, to: ida.member }, 'position');
    const take = () => bob.api.send<Done>('takeCommand', { incident }, done);
    expect(await take()).toMatchObject({ refusals: [{ code: 'ALREADY_COMMANDED' }] });
    await remove(ada.member);
    expect((await take()).events.map(({ sentence }) => sentence)).toEqual([
      'Bob withdrew the offer of command to Ida',
      'Command of Ada ended, who may no longer respond',
      'Bob took command (term 2)',
      'Bob joined as a responder',
    ]);
    const query = `query ($id: ID!) { incident(id: $id) { command { term commander { id } }
      commandHistory { nodes { term ended } } } }`;
    await expect(bob.api.ask(query, { id: incident })).resolves.toMatchObject({
      incident: {
        command: { term: 2, commander: { id: bob.member } },
        commandHistory: {
          nodes: expect.arrayContaining([
            { term: 1, ended: 'RELINQUISHED' },
            { term: 2, ended: null },
          ]),
        },
      },
    });
  });

  it('can be taken by one of twenty', async () => {
    const ada = await app.person('Ada');
    const incident = await declare(ada.api);
    await ada.api.send('takeCommand', { incident }, 'position');
    await ida.api.send('changeMemberRole', { member: ada.member, role: 'VIEWER' }, 'position');
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => app.person(`P${n}`)));
    const answers = await Promise.all(
      people.map(({ api }) => api.send<Done>('takeCommand', { incident }, done)),
    );
    const taken = answers.filter(({ refusals }) => refusals.length === 0);
    expect(taken).toHaveLength(1);
    expect(
      answers.flatMap(({ refusals }) => refusals).every(({ code }) => code === 'ALREADY_COMMANDED'),
    ).toBe(true);
  });

  it('is no place for those who were removed: they are offered, assigned and shown nothing', async () => {
    const [ada, gone] = [await app.person('Ada'), await app.person('Gone')];
    const incident = await declare(ada.api);
    await ada.api.send('takeCommand', { incident }, 'position');
    await remove(gone.member);
    const offer = await ada.api.send<Done>('offerCommand', { incident, to: gone.member }, done);
    expect(offer.refusals).toMatchObject([{ code: 'NOT_A_RESPONDER' }]);
    const role = { incident, role: 'SCRIBE', member: gone.member };
    const assigned = await ada.api.send<Done>('assignRole', role, done);
    expect(assigned.refusals).toMatchObject([{ code: 'NOT_A_RESPONDER' }]);
    const seen = await ada.api.send<Done>(
      'grantSight',
      { incident, viewer: { member: gone.member } },
      done,
    );
    expect(seen.refusals).toMatchObject([{ code: 'VIEWER_NOT_FOUND' }]);
    const help = newId('hlp');
    await ada.api.send('requestHelp', { incident, help, need: 'A DBA' }, 'position');
    const who = { member: gone.member };
    const engaged = await ada.api.send<Done>('engageHelp', { incident, help, who }, done);
    expect(engaged.refusals).toMatchObject([{ code: 'HELPER_NOT_FOUND' }]);
    const followUp = {
      incident,
      title: 'Limit it',
      kind: 'PREVENT',
      owner: { member: gone.member },
    };
    const added = await ada.api.send<Done>('addFollowUp', followUp, done);
    expect(added.refusals).toMatchObject([{ code: 'OWNER_NOT_FOUND' }]);
  });

  it('leaves their follow-ups to be revised, also by a tool that says the owner again', async () => {
    const [ada, gone] = [await app.person('Ada'), await app.person('Gone')];
    const incident = await declare(ada.api);
    const words = { incident, followUp: newId('fol'), owner: { member: gone.member } };
    const added = { ...words, title: 'Limit it', kind: 'PREVENT' };
    expect((await ada.api.send<Done>('addFollowUp', added, done)).refusals).toEqual([]);
    await remove(gone.member);
    const revised = { ...words, title: 'Limit it for all' };
    const { events, refusals } = await ada.api.send<Done>('reviseFollowUp', revised, done);
    expect(refusals).toEqual([]);
    expect(events).toMatchObject([{ type: 'FollowUpRevised' }]);
  });
});

describe('new incidents', () => {
  it('are restricted from the first if the settings say so, unless whoever declares says no', async () => {
    const ada = await app.person('Ada');
    const setting = (restrictNewIncidents: boolean) =>
      ida.api.send('changeSettings', { restrictNewIncidents }, 'position');
    const isRestricted = async (input: object) => {
      const id = await declare(ada.api, input);
      const query = 'query ($id: ID!) { incident(id: $id) { restricted } }';
      type Answer = { incident: { restricted: boolean } };
      return (await ada.api.ask<Answer>(query, { id })).incident.restricted;
    };
    expect(await isRestricted({})).toBe(false);
    await setting(true);
    expect(await isRestricted({})).toBe(true);
    expect(await isRestricted({ restricted: false })).toBe(false);
    await setting(false);
    expect(await isRestricted({})).toBe(false);
    expect(await isRestricted({ restricted: true })).toBe(true);
  });
});

describe('a socket', () => {
  /** Subscribes, and gives the code by which the socket is closed. */
  const listen = (token: string) => {
    const closed: number[] = [];
    const frames: unknown[] = [];
    const client: Client = createClient({
      url: `${app.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { token },
      retryAttempts: 0,
      on: { closed: (event) => closed.push((event as { code: number }).code) },
    });
    client.subscribe(
      { query: 'subscription { events { kind } }' },
      { next: (frame) => frames.push(frame), error: () => undefined, complete: () => undefined },
    );
    return { client, closed, frames };
  };

  it('of an admin who was removed gives no command any more, not even in the first moment', async () => {
    const gone = await app.person('Gone', 'ADMIN');
    const { client, closed, frames } = listen(gone.token);
    await eventually('they are let in', () => frames.length > 0);
    await remove(gone.member);
    client.subscribe(
      { query: 'mutation { addIntegration(input: { name: "Back door" }) { position } }' },
      { next: (frame) => frames.push(frame), error: () => undefined, complete: () => undefined },
    );
    await eventually('it is closed', () => closed.includes(4403));
    const log = await ida.api.ask(
      '{ auditLog(where: { types: ["IntegrationAdded"] }) { nodes { type } } }',
    );
    expect(log).toEqual({ auditLog: { nodes: [] } });
    await client.dispose();
  });

  it('of somebody who was removed, demoted, or whose token was revoked is closed', async () => {
    const [gone, demoted, revoked, stays] = await Promise.all([
      app.person('Gone'),
      app.person('Demoted', 'ADMIN'),
      app.person('Revoked'),
      app.person('Stays'),
    ]);
    const sockets = [gone, demoted, revoked, stays].map(({ token }) => listen(token));
    await eventually('all are let in', () => sockets.every(({ frames }) => frames.length > 0));
    await remove(gone.member);
    const role = { member: demoted.member, role: 'RESPONDER' };
    await ida.api.send('changeMemberRole', role, 'position');
    type Tokens = { viewer: { token: { id: string } } };
    const { viewer } = await revoked.api.ask<Tokens>('{ viewer { token { id } } }');
    await ida.api.send('revokeToken', { token: viewer.token.id }, 'position');
    await eventually('three are closed', () =>
      sockets.slice(0, 3).every(({ closed }) => closed.includes(4403)),
    );
    expect(sockets[3]?.closed).toEqual([]);
    for (const { client } of sockets) await client.dispose();
  });
});

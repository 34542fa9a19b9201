import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let app: TestApp;
let ada: Person;

beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  ada = await app.person('Ada');
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

type Recorded = {
  readonly events: readonly { readonly sentence: string }[];
  readonly refusals: readonly { readonly code: string }[];
};
const send = (mutation: string, input: object, by = ada): Promise<Recorded> =>
  by.api.send<Recorded>(mutation, input, 'events { sentence } refusals { code }');
const bind = (incident: string, more: object) => send('bindReference', { incident, ...more });
const accepted = ({ refusals }: Recorded): boolean => refusals.length === 0;

const channel = { kind: 'CHAT_CHANNEL', system: 'slack', externalId: 'C1' };
const ticket = { kind: 'TICKET', system: 'jira', externalId: 'OPS-1' };

const found = async (by: Person, system: string, externalId: string): Promise<string[]> => {
  const answer = await by.api.ask<{ incidentsByReference: { id: string }[] }>(
    `query ($system: String!, $externalId: String!) {
      incidentsByReference(system: $system, externalId: $externalId) { id } }`,
    { system, externalId },
  );
  return answer.incidentsByReference.map(({ id }) => id);
};

describe('references', () => {
  it('are bound, shown, found by, changed and unbound', async () => {
    const incident = await declare(ada.api);
    const url = 'https://jira.example.com/browse/OPS-7';
    const thing = { ...ticket, externalId: 'OPS-7' };
    expect(await bind(incident, { ...thing, url })).toMatchObject({
      events: [{ sentence: 'Ada bound the ticket OPS-7 in jira' }],
    });
    expect(await bind(incident, { ...thing, url })).toEqual({ events: [], refusals: [] });
    await bind(incident, { ...thing, url, caption: 'Checkout' });
    const shown = await ada.api.ask(
      `query ($incident: ID!) { incident(id: $incident) { references {
        kind system externalId url caption boundBy { name } boundAt } } }`,
      { incident },
    );
    expect(shown).toEqual({
      incident: {
        references: [
          {
            kind: 'TICKET',
            system: 'jira',
            externalId: 'OPS-7',
            url,
            caption: 'Checkout',
            boundBy: { name: 'Ada' },
            boundAt: '2026-03-01T12:00:00.000000Z',
          },
        ],
      },
    });
    expect(await found(ada, 'jira', 'OPS-7')).toEqual([incident]);
    const unbind = () => send('unbindReference', { incident, system: 'jira', externalId: 'OPS-7' });
    expect(await unbind()).toMatchObject({
      events: [{ sentence: 'Ada unbound OPS-7 in jira' }],
    });
    expect(await unbind()).toEqual({ events: [], refusals: [] });
    expect(await found(ada, 'jira', 'OPS-7')).toEqual([]);
  });

  it('lead to several incidents, newest first, but a channel to one', async () => {
    const [first, second] = [await declare(ada.api), await declare(ada.api)];
    for (const incident of [first, second]) await bind(incident, ticket);
    expect(await found(ada, 'jira', 'OPS-1')).toEqual([second, first]);
    await bind(first, channel);
    expect(await bind(second, channel)).toEqual({
      events: [],
      refusals: [{ code: 'CHANNEL_TAKEN' }],
    });
    await send('unbindReference', { incident: first, system: 'slack', externalId: 'C1' });
    expect(accepted(await bind(second, channel))).toBe(true);
    // What is bound as something else is no channel any more.
    await bind(second, { ...channel, kind: 'OTHER' });
    expect(accepted(await bind(first, channel))).toBe(true);
  });

  it('give a channel that twenty want to one', async () => {
    const incidents = await Promise.all(Array.from({ length: 20 }, () => declare(ada.api)));
    const answers = await Promise.all(
      incidents.map((incident) => bind(incident, { ...channel, externalId: 'C20' })),
    );
    expect(answers.filter(accepted).length).toBe(1);
    expect(await found(ada, 'slack', 'C20')).toHaveLength(1);
  });

  it('are bounded', async () => {
    const incident = await declare(ada.api);
    for (let n = 0; n < 50; n += 1) await bind(incident, { ...ticket, externalId: `OPS-${n}` });
    const more = { ...ticket, externalId: 'OPS-50' };
    expect(await bind(incident, more)).toMatchObject({
      refusals: [{ code: 'TOO_MANY_REFERENCES' }],
    });
    expect(accepted(await bind(incident, { ...ticket, caption: 'Again' }))).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'ftp://example.com',
    'example.com',
    'https://user:secret@example.com',
    `https://example.com/${'x'.repeat(2_000)}`,
  ])('refuse the address %.40s', async (url) => {
    const incident = await declare(ada.api);
    await expect(bind(incident, { ...ticket, url })).rejects.toThrow('url');
  });

  it('are those of one organization', async () => {
    const incident = await declare(ada.api);
    await bind(incident, { ...channel, externalId: 'C-ours' });
    const elsewhere = await TestApp.start(database);
    const eve = await elsewhere.person('Eve');
    expect(await found(eve, 'slack', 'C-ours')).toEqual([]);
    const theirs = await declare(eve.api);
    const input = { incident: theirs, ...channel, externalId: 'C-ours' };
    expect(accepted(await send('bindReference', input, eve))).toBe(true);
    await elsewhere.close();
  });
});

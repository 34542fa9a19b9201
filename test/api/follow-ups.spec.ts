import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../../src/drill/api-client.js';
import { newId } from '../../src/platform/ids.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let app: TestApp;
let ada: Person;
let grace: Person;

beforeAll(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  [ada, grace] = [await app.person('Ada'), await app.person('Grace')];
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

type FollowUp = Readonly<Record<string, unknown>> & { readonly id: string };
type Recorded = {
  readonly events: readonly { readonly sentence: string; readonly type: string }[];
  readonly followUp: FollowUp;
  readonly refusals: readonly { readonly code: string; readonly path: readonly string[] }[];
};
const shown = `id state isOverdue title description kind owner { name } team dueAt
  ticket { system key url } finding { text } addedBy { name } completedBy { name } remark url
  evidence incident { id openFollowUps }`;
const send = (mutation: string, input: object, api = ada.api): Promise<Recorded> =>
  api.send<Recorded>(
    mutation,
    input,
    `events { sentence type } refusals { code path } followUp { ${shown} }`,
  );
const add = async (incident: string, input: object = {}, api = ada.api): Promise<string> =>
  (await send('addFollowUp', { incident, title: 'Limit the WAF', kind: 'PREVENT', ...input }, api))
    .followUp.id;

type Page = { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
const list = async (where: string, api = ada.api, page = 'first: 200'): Promise<Page> => {
  const { followUps } = await api.ask<{ followUps: Page }>(
    `{ followUps(where: { ${where} }, ${page}) { nodes { id } pageInfo { endCursor hasNextPage } } }`,
  );
  return followUps;
};
const idsOf = ({ nodes }: Page): string[] => nodes.map(({ id }) => id);
const nudges = async (incident: string): Promise<string[]> => {
  const answer = await ada.api.ask<{
    incident: { timeline: { nodes: { type: string; sentence: string }[] } };
  }>(
    `query ($incident: ID!) {
      incident(id: $incident) { timeline(last: 200) { nodes { type sentence } } } }`,
    { incident },
  );
  return answer.incident.timeline.nodes
    .filter(({ type, sentence }) => type.startsWith('Nudge') && sentence.includes('follow-up'))
    .map(({ sentence }) => sentence);
};
const end = async (incident: string): Promise<void> => {
  await ada.api.send('resolveIncident', { incident }, 'position');
  await ada.api.send('closeIncident', { incident }, 'position');
};

describe('a follow-up', () => {
  it('is added, revised, completed and reopened, also in a closed incident', async () => {
    const incident = await declare(ada.api);
    const followUp = newId('fol');
    const added = { incident, followUp, title: 'Limit the WAF', kind: 'PREVENT' };
    expect(await send('addFollowUp', added)).toMatchObject({
      events: [{ sentence: 'Ada added a follow-up: Limit the WAF' }],
      followUp: {
        ...{ id: followUp, state: 'OPEN', owner: null, dueAt: null, ticket: null, evidence: [] },
        incident: { id: incident, openFollowUps: 1 },
      },
    });
    expect((await send('addFollowUp', added)).events).toEqual([]);
    await end(incident);
    const ticket = { system: 'jira', key: 'OPS-1', url: 'https://jira.example.com/OPS-1' };
    const plan = { owner: { member: grace.member }, dueAt: '2026-03-09T12:00:00Z', ticket };
    expect(await send('reviseFollowUp', { incident, followUp, ...plan })).toMatchObject({
      events: [
        {
          sentence:
            'Ada revised a follow-up: Limit the WAF (Grace, by 2026-03-09 12:00 UTC, OPS-1)',
        },
      ],
      followUp: { owner: { name: 'Grace' }, ticket },
    });
    const evidence = [
      (
        await ada.api.send<{ events: { id: string }[] }>(
          'addNote',
          { incident, text: 'Deployed' },
          'events { id }',
        )
      ).events[0]?.id,
    ];
    const done = { remark: 'Limited', url: 'https://git.example.com/7', evidence };
    expect(await send('completeFollowUp', { incident, followUp, ...done })).toMatchObject({
      events: [{ sentence: 'Ada completed the follow-up "Limit the WAF": Limited' }],
      followUp: {
        ...{ state: 'DONE', completedBy: { name: 'Ada' }, ...done },
        incident: { openFollowUps: 0 },
      },
    });
    expect((await send('completeFollowUp', { incident, followUp, ...done })).events).toEqual([]);
    expect(
      await send('completeFollowUp', { incident, followUp, outcome: 'WONT_DO', remark: 'No' }),
    ).toMatchObject({ refusals: [{ code: 'FOLLOW_UP_COMPLETED' }], followUp: { state: 'DONE' } });
    expect(await send('reopenFollowUp', { incident, followUp, reason: 'It broke' })).toMatchObject({
      events: [{ sentence: 'Ada reopened the follow-up "Limit the WAF": It broke' }],
      followUp: { state: 'OPEN', completedBy: null, remark: null, url: null, evidence: [] },
    });
    const less = { remove: ['OWNER', 'TICKET', 'DUE_AT'] };
    expect(await send('reviseFollowUp', { incident, followUp, ...less })).toMatchObject({
      followUp: { owner: null, ticket: null, dueAt: null, title: 'Limit the WAF' },
    });
  });

  it('follows from a finding of the incident, and is a node', async () => {
    const [incident, other] = [await declare(ada.api), await declare(ada.api)];
    const { finding } = await ada.api.send<{ finding: { id: string } }>(
      'recordFinding',
      { incident, kind: 'TRIGGER', text: 'A new rule' },
      'finding { id }',
    );
    const followUp = await add(incident, { finding: finding.id, owner: { team: 'Edge' } });
    expect(
      await ada.api.ask(
        'query ($id: ID!) { node(id: $id) { ... on FollowUp { team finding { text } } } }',
        { id: followUp },
      ),
    ).toEqual({ node: { team: 'Edge', finding: { text: 'A new rule' } } });
    const wrong = { incident: other, finding: finding.id, title: 'x', kind: 'OTHER' };
    expect(await send('addFollowUp', wrong)).toMatchObject({
      followUp: null,
      refusals: [{ code: 'FINDING_NOT_FOUND', path: ['input', 'finding'] }],
    });
  });

  it('of one incident is nothing to another, and its id is taken for good', async () => {
    const [one, other] = [await declare(ada.api), await declare(ada.api)];
    const followUp = await add(one);
    for (const mutation of ['reviseFollowUp', 'completeFollowUp', 'reopenFollowUp'])
      expect(await send(mutation, { incident: other, followUp })).toMatchObject({
        refusals: [{ code: 'FOLLOW_UP_NOT_FOUND', path: ['input', 'followUp'] }],
      });
    const again = { incident: other, followUp, title: 'Limit the WAF', kind: 'PREVENT' };
    expect(await send('addFollowUp', again)).toMatchObject({
      refusals: [{ code: 'FOLLOW_UP_EXISTS' }],
    });
  });

  it('has an owner that there is, and a reason if it will not be done', async () => {
    const incident = await declare(ada.api);
    const followUp = await add(incident);
    const nobody = { incident, followUp, owner: { member: newId('mem') } };
    expect(await send('reviseFollowUp', nobody)).toMatchObject({
      refusals: [{ code: 'OWNER_NOT_FOUND', path: ['input', 'owner', 'member'] }],
    });
    const against = { incident, followUp, outcome: 'WONT_DO' };
    expect(await send('completeFollowUp', against)).toMatchObject({
      refusals: [{ code: 'REASON_REQUIRED', path: ['input', 'remark'] }],
    });
    const unproven = { incident, followUp, evidence: [newId('evt')] };
    expect(await send('completeFollowUp', unproven)).toMatchObject({
      refusals: [{ code: 'EVIDENCE_UNKNOWN' }],
    });
  });

  it('is completed by one, when twenty say so differently at once', async () => {
    const incident = await declare(ada.api);
    const followUp = await add(incident);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        send('completeFollowUp', { incident, followUp, remark: `By ${n}` }),
      ),
    );
    expect(answers.filter(({ events }) => events.length === 1)).toHaveLength(1);
    const refused = answers.flatMap(({ refusals }) => refusals.map(({ code }) => code));
    expect(refused).toEqual(Array.from({ length: 19 }, () => 'FOLLOW_UP_COMPLETED'));
    const { nodes } = (
      await ada.api.ask<{ incident: { followUps: Page; openFollowUps: number } }>(
        `query ($incident: ID!) { incident(id: $incident) {
          openFollowUps followUps { nodes { id } pageInfo { endCursor hasNextPage } } } }`,
        { incident },
      )
    ).incident.followUps;
    expect(nodes).toEqual([{ id: followUp }]);
  });
});

describe('the list of follow-ups', () => {
  it('goes over all incidents, what should be done first comes first', async () => {
    const lin = await app.person('Lin');
    const [one, other] = [await declare(ada.api), await declare(ada.api)];
    const owner = { member: lin.member };
    const never = await add(one, { owner });
    const late = await add(one, { owner, dueAt: '2026-03-09T12:00:00Z' });
    const soon = await add(other, { owner, dueAt: '2026-03-02T12:00:00Z' });
    const done = await add(other, { owner, dueAt: '2026-02-20T12:00:00Z', kind: 'DETECT' });
    const overdue = await add(one, { owner, dueAt: '2026-02-25T12:00:00Z' });
    await send('completeFollowUp', { incident: other, followUp: done });
    const mine = `owner: "${lin.member}"`;
    expect(idsOf(await list(mine))).toEqual([done, overdue, soon, late, never]);
    expect(idsOf(await list(`${mine}, state: [OPEN]`))).toEqual([overdue, soon, late, never]);
    expect(idsOf(await list(`${mine}, overdue: true`))).toEqual([overdue]);
    expect(idsOf(await list(`${mine}, overdue: false`))).toEqual([done, soon, late, never]);
    expect(idsOf(await list(`${mine}, dueBefore: "2026-03-03T00:00:00Z"`))).toEqual([
      ...[done, overdue, soon],
    ]);
    expect(idsOf(await list(`${mine}, incident: "${one}"`))).toEqual([overdue, late, never]);
    expect(idsOf(await list(`${mine}, kind: [DETECT]`))).toEqual([done]);
    expect(idsOf(await list(mine, ada.api, 'last: 2'))).toEqual([late, never]);
    const seen: string[] = [];
    let page = await list(mine, ada.api, 'first: 2');
    for (seen.push(...idsOf(page)); page.pageInfo.hasNextPage; seen.push(...idsOf(page)))
      page = await list(mine, ada.api, `first: 2, after: "${page.pageInfo.endCursor}"`);
    expect(seen).toEqual([done, overdue, soon, late, never]);
    // Overdue by the clock, not by when the list was made.
    await database.setClock('2026-03-02T12:00:00Z', 0);
    expect(idsOf(await list(`${mine}, overdue: true`))).toEqual([overdue, soon]);
  });

  it('finds them by ticket and by team', async () => {
    const [one, other] = [await declare(ada.api), await declare(ada.api)];
    const ticket = { system: 'jira', key: 'OPS-77' };
    const both = [
      await add(one, { ticket, owner: { team: 'Payments' } }),
      await add(other, { ticket }),
    ];
    await add(one, { ticket: { system: 'linear', key: 'OPS-77' } });
    const found = await list('ticket: { system: "jira", key: "OPS-77" }');
    expect(idsOf(found)).toEqual(both.toSorted());
    expect(idsOf(await list('team: "Payments"'))).toEqual([both[0]]);
  });

  it('shows nothing of what the viewer does not see, and nothing of others', async () => {
    const [otto, gus] = [await app.person('Otto'), await app.person('Gus', 'GUEST')];
    const restricted = await declare(ada.api, { restricted: true });
    const open = await declare(ada.api);
    const owner = { team: 'Hidden' };
    const [hidden, known] = [await add(restricted, { owner }), await add(open, { owner })];
    const where = 'team: "Hidden"';
    const seenBy = async (api: ApiClient) => new Set(idsOf(await list(where, api)));
    expect(await seenBy(ada.api)).toEqual(new Set([hidden, known]));
    expect(await seenBy(otto.api)).toEqual(new Set([known]));
    expect(await seenBy(gus.api)).toEqual(new Set());
    const node = { id: hidden };
    const query = 'query ($id: ID!) { node(id: $id) { id } }';
    expect(await otto.api.ask(query, node)).toEqual({ node: null });
    expect(
      await send('completeFollowUp', { incident: restricted, followUp: hidden }, otto.api),
    ).toMatchObject({ refusals: [{ code: 'INCIDENT_NOT_FOUND' }], followUp: null });
    const sight = { incident: restricted, viewer: { member: gus.member } };
    await ada.api.send('grantSight', sight, 'position');
    expect(await seenBy(gus.api)).toEqual(new Set([hidden]));
    expect(
      await send('completeFollowUp', { incident: restricted, followUp: hidden }, gus.api),
    ).toMatchObject({ refusals: [], followUp: { state: 'DONE' } });

    const elsewhere = await TestApp.start(database);
    const eve = await elsewhere.person('Eve', 'ADMIN');
    expect(await seenBy(eve.api)).toEqual(new Set());
    expect(await eve.api.ask(query, { id: known })).toEqual({ node: null });
    await elsewhere.close();
  });
});

describe('the reminder of a follow-up', () => {
  let day = 9;
  const at = (time: string): string => `2026-03-${day}T${time}:00.000000Z`;
  // The clock of a ledger does not go back.
  beforeEach(() => {
    day += 1;
    return database.setClock(at('12:00'), 0);
  });

  const raised = 'Reminder: the follow-up "Limit the WAF" is overdue';
  const cleared = 'The reminder of the follow-up "Limit the WAF" is over';
  const nudge = 'FOLLOW_UP_OVERDUE';
  const clocks = async (incident: string): Promise<readonly unknown[]> => {
    const answer = await ada.api.ask<{ incident: { clocks: unknown[] } }>(
      `query ($incident: ID!) {
        incident(id: $incident) { clocks { nudge about state dueAt snoozedUntil } } }`,
      { incident },
    );
    return answer.incident.clocks;
  };

  it('comes once when it should be done, in a closed incident too, and goes with completion', async () => {
    const incident = await declare(ada.api);
    const followUp = await add(incident, { dueAt: at('14:00') });
    await end(incident);
    await database.setClock(at('13:59'), 0);
    await app.settle();
    expect(await nudges(incident)).toEqual([]);
    await database.setClock(at('14:00'), 0);
    await app.settle();
    await app.settle();
    expect(await nudges(incident)).toEqual([raised]);
    const completed = await send('completeFollowUp', { incident, followUp });
    expect(completed.events.map(({ type }) => type)).toEqual(['FollowUpCompleted', 'NudgeCleared']);
    expect(await nudges(incident)).toEqual([raised, cleared]);
    await send('reopenFollowUp', { incident, followUp });
    await app.settle();
    expect(await nudges(incident)).toEqual([raised, cleared, raised]);
  });

  it('moves when it is put off, and comes again then', async () => {
    const incident = await declare(ada.api);
    const followUp = await add(incident, { dueAt: at('13:00') });
    await send('reviseFollowUp', { incident, followUp, dueAt: at('14:00') });
    await database.setClock(at('13:30'), 0);
    await app.settle();
    expect(await nudges(incident)).toEqual([]);
    await database.setClock(at('14:30'), 0);
    await app.settle();
    await send('reviseFollowUp', { incident, followUp, dueAt: at('15:00') });
    expect(await nudges(incident)).toEqual([raised, cleared]);
    await database.setClock(at('15:00'), 0);
    await app.settle();
    expect(await nudges(incident)).toEqual([raised, cleared, raised]);
  });

  it('is put off, and is all that is shown once the response is over', async () => {
    const incident = await declare(ada.api);
    const about = await add(incident, { dueAt: at('13:00') });
    await end(incident);
    const clock = { nudge, about, dueAt: null, snoozedUntil: null };
    expect(await clocks(incident)).toEqual([{ ...clock, state: 'WAITING', dueAt: at('13:00') }]);
    await database.setClock(at('13:00'), 0);
    await app.settle();
    expect(await clocks(incident)).toEqual([{ ...clock, state: 'RAISED' }]);
    const until = at('15:00');
    const { events } = await ada.api.send<Pick<Recorded, 'events'>>(
      'snoozeNudge',
      { incident, nudge, about, until, reason: 'On Monday' },
      'events { sentence }',
    );
    expect(events).toEqual([
      {
        sentence: `Ada put the reminder of the follow-up "Limit the WAF" off until 2026-03-${day} 15:00 UTC: On Monday`,
      },
    ]);
    expect(await clocks(incident)).toEqual([
      { ...clock, state: 'SNOOZED', dueAt: until, snoozedUntil: until },
    ]);
    await database.setClock(until, 0);
    await app.settle();
    expect((await nudges(incident)).filter((one) => one === raised)).toHaveLength(2);
    await send('completeFollowUp', { incident, followUp: about });
    expect(await clocks(incident)).toEqual([]);
  });

  it('is over with a declined incident, and comes again if that is reopened', async () => {
    const incident = await declare(ada.api);
    const about = await add(incident, { dueAt: at('12:00') });
    await app.settle();
    await ada.api.send('declineIncident', { incident, reason: 'A false alarm' }, 'position');
    expect(await nudges(incident)).toEqual([raised, cleared]);
    expect(await clocks(incident)).toEqual([]);
    await app.settle();
    await ada.api.send('reopenIncident', { incident, reason: 'It was real' }, 'position');
    await app.settle();
    expect(await nudges(incident)).toEqual([raised, cleared, raised]);
    const { nudges: standing } = await ada.api.ask<{ nudges: { nodes: unknown[] } }>(
      `query ($incident: ID!) { nudges(where: { incident: $incident, nudges: [${nudge}] }) {
        nodes { about state clearedAt clearedBy { type } } } }`,
      { incident },
    );
    expect(standing.nodes).toEqual([{ about, state: 'RAISED', clearedAt: null, clearedBy: null }]);
  });

  it('never comes for what is done, has no time any more, or was written down in retrospect', async () => {
    const incident = await declare(ada.api);
    const [done, open] = [
      await add(incident, { dueAt: at('13:00') }),
      await add(incident, { dueAt: at('13:00') }),
    ];
    await send('completeFollowUp', { incident, followUp: done });
    await send('reviseFollowUp', { incident, followUp: open, remove: ['DUE_AT'] });
    const past = await declare(ada.api, { mode: 'RETROSPECTIVE' });
    await add(past, { dueAt: at('13:00') });
    await database.setClock(at('16:00'), 0);
    await app.settle();
    expect([await nudges(incident), await nudges(past)]).toEqual([[], []]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DrillClock } from '../../src/drill/drill-clock.js';
import { declare, TestApp, type Person } from '../support/app.js';
import { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let app: TestApp;
let ada: Person;

beforeEach(async () => {
  database = await TestDatabase.create();
  app = await TestApp.start(database);
  ada = await app.person('Ada');
});
afterEach(async () => {
  await app.close();
  await database.drop();
});

const begins = '2026-03-01T12:00:00.000000Z';
const playedAt = (speed: number | undefined) =>
  DrillClock.start(database.ownerUrl, begins, { speed, settle: () => app.settle() });

type Told = { type: string; recordedAt: string };
const told = async (incident: string): Promise<Told[]> => {
  const found = await ada.api.ask<{ incident: { timeline: { nodes: Told[] } } }>(
    `query ($incident: ID!) { incident(id: $incident) {
      timeline { nodes { type recordedAt } } } }`,
    { incident },
  );
  return found.incident.timeline.nodes;
};
const raisedIn = async (incident: string) =>
  (await told(incident)).filter(({ type }) => type === 'NudgeRaised');

describe('the clock of a drill', () => {
  it('that jumps stops at every time at which something is due', async () => {
    const clock = await playedAt(undefined);
    const incident = await declare(ada.api, { mode: 'DRILL' });
    const work = { target: 'service/checkout', kind: 'RESTART', intent: 'FIX' };
    await ada.api.send('startAction', { incident, ...work }, 'position');
    await clock.reach('2026-03-01T12:04:59Z');
    expect(await raisedIn(incident)).toEqual([]);
    await clock.reach('2026-03-01T13:00:00Z');
    await clock.stop();
    const reminded = (await told(incident)).filter(({ recordedAt }) => recordedAt > begins);
    expect(reminded).toContainEqual({
      type: 'NudgeRaised',
      recordedAt: '2026-03-01T12:05:00.000000Z',
    });
    expect(reminded).toContainEqual({
      type: 'ActionLeaseExpired',
      recordedAt: '2026-03-01T12:15:00.000000Z',
    });
    await ada.api.send('addNote', { incident, text: 'Now' }, 'position');
    expect((await told(incident)).at(-1)?.recordedAt).toBe('2026-03-01T13:00:00.000000Z');
  });

  it('that runs is followed at its own pace', async () => {
    const clock = await playedAt(600);
    const incident = await declare(ada.api, { mode: 'DRILL' });
    await clock.reach('2026-03-01T12:20:00Z');
    await clock.stop();
    const [first] = await raisedIn(incident);
    expect(first && first.recordedAt >= '2026-03-01T12:05').toBe(true);
    expect(first && first.recordedAt < '2026-03-01T12:10').toBe(true);
  });
});

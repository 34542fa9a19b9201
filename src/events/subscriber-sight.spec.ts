import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '../kernel/event.js';
import { ReadSessions, type ReadSession } from '../platform/database/read-session.js';
import { SubscriberSight } from './subscriber-sight.js';

/** A database in which everything is open, and which counts how often it is asked. */
class AllOpen extends ReadSessions {
  asked = 0;

  open(organization: string): ReadSession {
    const query = <T>(_sql: string, [, ids]: readonly unknown[]) => {
      this.asked += 1;
      return Promise.resolve((ids as string[]).map((id) => ({ id })) as T[]);
    };
    return { organization, query, close: () => Promise.resolve() };
  }
}

const noted = (streamId: string) => ({ type: 'NoteAdded', streamId }) as StoredEvent;

describe('what a subscriber remembers', () => {
  it('is that a stream is open, of the latest thousand alone', async () => {
    const sessions = new AllOpen();
    const sight = new SubscriberSight(sessions, 'org', { of: 'OPEN', viewer: 'mem_1' });
    for (let n = 0; n <= 1_000; n += 1) expect(await sight.sees(noted(`inc_${n}`))).toBe(true);
    expect(sessions.asked).toBe(1_001);
    await sight.sees(noted('inc_1'));
    await sight.sees(noted('inc_1000'));
    expect(sessions.asked).toBe(1_001);
    await sight.sees(noted('inc_0'));
    expect(sessions.asked).toBe(1_002);
  });

  it('is nothing of a stream that was restricted', async () => {
    const sessions = new AllOpen();
    const sight = new SubscriberSight(sessions, 'org', { of: 'OPEN', viewer: 'mem_1' });
    await sight.sees(noted('inc_1'));
    await sight.sees({ type: 'IncidentRestricted', streamId: 'inc_1' } as StoredEvent);
    expect(sessions.asked).toBe(2);
  });
});

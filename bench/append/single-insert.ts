import { randomUUID } from 'node:crypto';
import { inTurn, payloads, Walk } from './content.js';
import { checkEvents, insertEvent, plainTables } from './plain-tables.js';
import type { OpenStore } from './store.js';

/** One insert that commits by itself: the least that storing one event durably can cost. */
export const openStore: OpenStore = async (ownerUrl) => {
  const pool = await plainTables(ownerUrl, 1);
  return {
    prepare: () => {
      const organization = randomUUID();
      return Promise.resolve({
        eventsPerCall: 1,
        caller: () => {
          const walk = new Walk();
          return async () => {
            const { stream, version } = walk.next();
            const payload = inTurn(payloads, version);
            await insertEvent(pool, { organization, stream, version: version + 1, payload });
          };
        },
        check: (acknowledged) => checkEvents(pool, [organization], acknowledged),
      });
    },
    close: () => pool.end(),
  };
};

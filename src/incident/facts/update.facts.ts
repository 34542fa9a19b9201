import type { Facts } from '../../kernel/decision.js';
import type { RetractFacts } from '../domain/communication/retract-update.js';
import { readUpdates, readUpdatesOf } from '../views/updates.query.js';
import type { ReadFacts } from './facts.js';

/** The update of the incident with this id, if there is one, and what stands without it. Strict. */
export const updateFacts =
  (update: string): ReadFacts<Facts & RetractFacts> =>
  async ({ reads, incident }) => {
    const [row] = await readUpdates(reads, [update]);
    if (row?.incident !== incident) return {};
    const { audience, retraction } = row;
    const standing = await readUpdatesOf(reads, {
      incident,
      audience,
      includeRetracted: false,
      beyond: Number.MAX_SAFE_INTEGER,
      oldestFirst: false,
      limit: 2,
    });
    const latest = standing.find(({ id }) => id !== update);
    return {
      published: { audience, isRetracted: retraction !== null },
      otherwiseLatest: latest && { update: latest.id, at: latest.publishedAt },
    };
  };

import type { Facts } from '../../kernel/decision.js';
import { eventsOfStream } from '../../ledger/event-queries.js';
import type { EvidenceFacts } from '../domain/evidence.js';
import type { ReadFacts } from './facts.js';

/** The ids that name no event of the incident, in the order in which they were given. */
export const unknownEvidence =
  (evidence: readonly string[] = []): ReadFacts<Facts & EvidenceFacts> =>
  async ({ reads, incident }) => {
    if (evidence.length === 0) return {};
    const found = await eventsOfStream(reads, incident, evidence);
    return { unknownEvidence: evidence.filter((id) => !found.has(id)) };
  };

import type { Facts } from '../../kernel/decision.js';
import type { ActingService } from '../../organization/acting.service.js';
import type { ResponderFacts } from '../domain/command/responder.js';
import type { ReadFacts } from './facts.js';

/** Whether this is a member who may respond. */
export const responderFacts =
  (member: string, acting: ActingService): ReadFacts<Facts & ResponderFacts> =>
  async ({ reads }) => ({ mayRespond: await acting.mayRespond(reads, member) });

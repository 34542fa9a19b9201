import type { Facts } from '../../kernel/decision.js';
import type { ActingService } from '../../organization/acting.service.js';
import type { OfferFacts } from '../domain/command/offer-command.js';
import type { ResponderFacts } from '../domain/command/responder.js';
import type { ReadFacts } from './facts.js';
import { grantsOf } from './sight.facts.js';

/** Whether this is a member who may respond. */
export const responderFacts =
  (member: string, acting: ActingService): ReadFacts<Facts & ResponderFacts> =>
  async ({ reads }) => ({ mayRespond: await acting.mayRespond(reads, member) });

/** The same, and what they were granted to see. */
export const offerFacts =
  (member: string, acting: ActingService): ReadFacts<OfferFacts> =>
  async (sources) => ({
    ...(await responderFacts(member, acting)(sources)),
    grants: await grantsOf(sources, member),
  });

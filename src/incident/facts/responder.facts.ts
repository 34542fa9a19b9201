import type { Facts } from '../../kernel/decision.js';
import type { ActingService } from '../../organization/acting.service.js';
import type { OfferFacts } from '../domain/command/offer-command.js';
import type { CommanderFacts, ResponderFacts } from '../domain/command/responder.js';
import type { ParticipationFacts } from '../domain/roles/participation.js';
import type { RolesFacts } from '../domain/roles/role.js';
import type { ReadFacts } from './facts.js';
import { ownPart } from './participation.facts.js';
import { grantsOf } from './sight.facts.js';

/** Whether this is a member who may respond. */
export const responderFacts =
  (member: string, acting: ActingService): ReadFacts<Facts & ResponderFacts> =>
  async ({ reads }) => ({ mayRespond: await acting.mayRespond(reads, member) });

/** How whoever acts takes part, and whether whoever commands may still respond. */
export const takeCommandFacts =
  (acting: ActingService): ReadFacts<Facts & ParticipationFacts & CommanderFacts & RolesFacts> =>
  async (sources) => {
    const { state, reads } = sources;
    const commander = state.status === 'declared' ? state.commander : null;
    const commanderIsGone =
      commander !== null && !(await acting.mayRespond(reads, commander.member));
    return { ...(await ownPart(sources)), commanderIsGone };
  };

/** The same, and what they were granted to see. */
export const offerFacts =
  (member: string, acting: ActingService): ReadFacts<OfferFacts> =>
  async (sources) => ({
    ...(await responderFacts(member, acting)(sources)),
    grants: await grantsOf(sources, member),
  });

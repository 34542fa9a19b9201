import fc from 'fast-check';
import { acceptCommand } from '../../../src/incident/domain/command/accept-command.js';
import { declineCommand } from '../../../src/incident/domain/command/decline-command.js';
import { expireOffer } from '../../../src/incident/domain/command/expire-offer.js';
import { offerCommand } from '../../../src/incident/domain/command/offer-command.js';
import { relinquishCommand } from '../../../src/incident/domain/command/relinquish-command.js';
import { takeCommand } from '../../../src/incident/domain/command/take-command.js';
import { withdrawOffer } from '../../../src/incident/domain/command/withdraw-offer.js';
import type { Actor } from '../../../src/kernel/event.js';
import { ada, grace } from '../given-incident.js';
import { attempts } from './attempt.js';
import type { Past } from './attempt.js';
import { ownPart } from './roles.js';
import { grantsIn } from './sight.js';

const nothing = fc.constant({});
const person = fc.constantFrom(ada, grace);

/** As told to the person to whom command is offered, or else to the commander, if there is one. */
const byOffered = (command: unknown, past: Past, actor: Actor) => {
  const { incident } = past;
  const member =
    incident.status === 'declared' ? (incident.offer?.to ?? incident.commander?.member) : undefined;
  const by: Actor = member === undefined ? actor : { kind: 'MEMBER', id: member };
  return { actor: by, ...ownPart(command, past, by) };
};

/** By the commander, if there is one. */
const offers = attempts(offerCommand, fc.record({ to: person }), true, (_, past, actor) => {
  const { incident } = past;
  const commander = incident.status === 'declared' ? incident.commander : null;
  return {
    mayRespond: true,
    grants: grantsIn(past),
    actor: { ...actor, id: commander?.member ?? actor.id },
  };
});
const expiries = attempts(expireOffer, fc.record({ member: person }), true, () => ({
  now: '2019-07-02T15:00:00.000000Z',
}));

/** Many offers, and many answers by the one who may give them. */
export const commandAttempts = [
  attempts(takeCommand, nothing, true, ownPart),
  attempts(takeCommand, nothing, true, (command, past, actor) => ({
    ...ownPart(command, past, actor),
    commanderIsGone: true,
  })),
  ...[offers, offers, offers],
  attempts(acceptCommand, nothing, true, ownPart),
  attempts(acceptCommand, nothing, true, byOffered),
  attempts(declineCommand, nothing, true, byOffered),
  attempts(withdrawOffer, nothing, true),
  ...[expiries, expiries],
  attempts(relinquishCommand, nothing, true),
];

import fc from 'fast-check';
import { acceptCommand } from '../../../src/incident/domain/command/accept-command.js';
import { declineCommand } from '../../../src/incident/domain/command/decline-command.js';
import { expireOffer } from '../../../src/incident/domain/command/expire-offer.js';
import { offerCommand } from '../../../src/incident/domain/command/offer-command.js';
import { relinquishCommand } from '../../../src/incident/domain/command/relinquish-command.js';
import { takeCommand } from '../../../src/incident/domain/command/take-command.js';
import { withdrawOffer } from '../../../src/incident/domain/command/withdraw-offer.js';
import { ada, grace } from '../given-incident.js';
import { attempts } from './attempt.js';
import { ownParticipation } from './roles.js';

const nothing = fc.constant({});
export const person = fc.constantFrom(ada, grace);
const always = { mayRespond: true };

export const offers = attempts(offerCommand, fc.record({ to: person }), true, () => always);
const answers = fc.oneof(
  { weight: 3, arbitrary: attempts(acceptCommand, nothing, true, ownParticipation) },
  { weight: 1, arbitrary: attempts(declineCommand, nothing, true) },
  { weight: 1, arbitrary: attempts(withdrawOffer, nothing, true) },
);
const endings = fc.oneof(
  attempts(relinquishCommand, nothing, true),
  attempts(expireOffer, fc.record({ member: person }), true, () => ({
    now: '2019-07-02T15:00:00.000000Z',
  })),
);

export const commandAttempts = [
  attempts(takeCommand, nothing, true, ownParticipation),
  offers,
  offers,
  answers,
  endings,
];

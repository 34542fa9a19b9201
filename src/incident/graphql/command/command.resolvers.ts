import { CommandReads } from '../../reads/command.reads.js';
import { AcceptCommandResolver } from './accept-command.resolver.js';
import { DeclineCommandResolver } from './decline-command.resolver.js';
import { CommandTermResolver, IncidentCommandResolver } from './incident-command.resolver.js';
import { OfferCommandResolver } from './offer-command.resolver.js';
import {
  AlreadyCommandedResolver,
  CommandRefusedResolver,
  StaleTermResolver,
} from './refusals.resolver.js';
import { RelinquishCommandResolver } from './relinquish-command.resolver.js';
import { TakeCommandResolver } from './take-command.resolver.js';
import { WithdrawOfferResolver } from './withdraw-offer.resolver.js';

export const commandResolvers = [
  CommandReads,
  TakeCommandResolver,
  OfferCommandResolver,
  AcceptCommandResolver,
  DeclineCommandResolver,
  WithdrawOfferResolver,
  RelinquishCommandResolver,
  IncidentCommandResolver,
  CommandTermResolver,
  AlreadyCommandedResolver,
  StaleTermResolver,
  CommandRefusedResolver,
];

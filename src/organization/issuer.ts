import type { Command } from '../ledger/command.js';
import type { OrganizationEvent } from './domain/events.js';
import type { Organization } from './domain/organization.js';
import type { OrganizationRefusal } from './domain/refusals.js';

/** Who gives a command, and all else that a command says beside itself. */
export type Issuer = Omit<
  Command<Organization, OrganizationEvent, OrganizationRefusal>,
  'organization' | 'streamId' | 'decide'
>;

/** Bridgelog itself, where no token is at hand yet. */
export const onTheMachine = (policy: 'bootstrap' | 'cli'): Issuer => ({
  actor: { kind: 'POLICY', id: policy },
  via: null,
  correlationId: null,
});

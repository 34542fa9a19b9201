import type { Decision } from '../../kernel/decision.js';
import type { OrganizationEvent } from './events.js';
import type { OrganizationFacts } from './facts.js';
import type { Organization } from './organization.js';
import type { OrganizationRefusal } from './refusals.js';

/** A decision of the organization, for commands of type `C`. */
export type OrganizationRule<C> = (
  command: C,
  organization: Organization,
  facts: OrganizationFacts,
) => Decision<OrganizationEvent, OrganizationRefusal>;

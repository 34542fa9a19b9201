import type { StreamKind } from '../kernel/stream.js';
import { organizationEvents, type OrganizationEvent } from './domain/events.js';
import { applies, evolve, initialOrganization, type Organization } from './domain/organization.js';
import { aliasRows } from './views/alias-row.view.js';
import { identityRows } from './views/identity-row.view.js';
import { integrationRows } from './views/integration-row.view.js';
import { memberRows } from './views/member-row.view.js';
import { organizationRows } from './views/organization-row.view.js';
import { serviceRows } from './views/service-row.view.js';
import { tokenRows } from './views/token-row.view.js';

export const organizationKind: StreamKind<Organization, OrganizationEvent> = {
  type: 'organization',
  events: organizationEvents,
  initial: initialOrganization,
  evolve,
  applies,
  rows: ({ streamId, events }) => [
    ...organizationRows(streamId, events),
    ...memberRows(events),
    ...identityRows(events),
    ...integrationRows(events),
    ...tokenRows(events),
    ...serviceRows(events),
    ...aliasRows(events),
  ],
};

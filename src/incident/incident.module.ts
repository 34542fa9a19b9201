import { Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/organization.module.js';
import { actionsResolvers } from './graphql/actions/actions.resolvers.js';
import { commandResolvers } from './graphql/command/command.resolvers.js';
import { communicationResolvers } from './graphql/communication/communication.resolvers.js';
import { containmentResolvers } from './graphql/containment/containment.resolvers.js';
import { helpResolvers } from './graphql/help/help.resolvers.js';
import { IncidentResolver } from './graphql/incident.resolver.js';
import { IncidentsResolver } from './graphql/incidents.resolver.js';
import { lifeResolvers } from './graphql/life/life.resolvers.js';
import { logResolvers } from './graphql/log/log.resolvers.js';
import { referencesResolvers } from './graphql/references/references.resolvers.js';
import { scopeResolvers } from './graphql/scope/scope.resolvers.js';
import { sightResolvers } from './graphql/sight/sight.resolvers.js';
import { IncidentNumbers } from './incident-numbers.js';
import { IncidentNames } from './incident.names.js';
import { IncidentReads } from './incident.reads.js';
import { IncidentService } from './incident.service.js';
import { IncidentVisibility } from './incident.visibility.js';

/** The commands, with what their refusals and things need to be shown. */
const capabilities = [
  ...lifeResolvers,
  ...commandResolvers,
  ...scopeResolvers,
  ...actionsResolvers,
  ...containmentResolvers,
  ...communicationResolvers,
  ...logResolvers,
  ...sightResolvers,
  ...referencesResolvers,
  ...helpResolvers,
];

/** Incidents: what can be commanded, and what can be read. */
@Module({
  imports: [OrganizationModule],
  providers: [
    IncidentService,
    IncidentVisibility,
    IncidentReads,
    IncidentNumbers,
    IncidentNames,
    IncidentResolver,
    IncidentsResolver,
    ...capabilities,
  ],
})
export class IncidentModule {}

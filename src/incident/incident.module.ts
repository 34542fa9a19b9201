import { Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/organization.module.js';
import { actionsResolvers } from './graphql/actions/actions.resolvers.js';
import { commandResolvers } from './graphql/command/command.resolvers.js';
import { communicationResolvers } from './graphql/communication/communication.resolvers.js';
import { containmentResolvers } from './graphql/containment/containment.resolvers.js';
import { IncidentResolver } from './graphql/incident.resolver.js';
import { IncidentsResolver } from './graphql/incidents.resolver.js';
import { lifeResolvers } from './graphql/life/life.resolvers.js';
import { logResolvers } from './graphql/log/log.resolvers.js';
import { rolesResolvers } from './graphql/roles/roles.resolvers.js';
import { scopeResolvers } from './graphql/scope/scope.resolvers.js';
import { CommandPolicy } from './command.policy.js';
import { CommandReads } from './command.reads.js';
import { IncidentNumbers } from './incident-numbers.js';
import { IncidentNames } from './incident.names.js';
import { IncidentReads } from './incident.reads.js';
import { IncidentService } from './incident.service.js';

/** The commands, with what their refusals and things need to be shown. */
const capabilities = [
  ...lifeResolvers,
  ...commandResolvers,
  ...rolesResolvers,
  ...scopeResolvers,
  ...actionsResolvers,
  ...containmentResolvers,
  ...communicationResolvers,
  ...logResolvers,
];

/** Incidents: what can be commanded, and what can be read. */
@Module({
  imports: [OrganizationModule],
  providers: [
    IncidentService,
    IncidentReads,
    CommandPolicy,
    CommandReads,
    IncidentNumbers,
    IncidentNames,
    IncidentResolver,
    IncidentsResolver,
    ...capabilities,
  ],
})
export class IncidentModule {}

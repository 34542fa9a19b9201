import { Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/organization.module.js';
import { PlaybookModule } from '../playbook/playbook.module.js';
import { ChecksReads } from './checks.reads.js';
import { actionsResolvers } from './graphql/actions/actions.resolvers.js';
import { checksResolvers } from './graphql/checks/checks.resolvers.js';
import { commandResolvers } from './graphql/command/command.resolvers.js';
import { communicationResolvers } from './graphql/communication/communication.resolvers.js';
import { containmentResolvers } from './graphql/containment/containment.resolvers.js';
import { hypothesesResolvers } from './graphql/hypotheses/hypotheses.resolvers.js';
import { IncidentResolver } from './graphql/incident.resolver.js';
import { IncidentsResolver } from './graphql/incidents.resolver.js';
import { lifeResolvers } from './graphql/life/life.resolvers.js';
import { logResolvers } from './graphql/log/log.resolvers.js';
import { scopeResolvers } from './graphql/scope/scope.resolvers.js';
import { HypothesesReads } from './hypotheses.reads.js';
import { CommunicationReads } from './communication.reads.js';
import { ContainmentReads } from './containment.reads.js';
import { IncidentNumbers } from './incident-numbers.js';
import { IncidentNames } from './incident.names.js';
import { IncidentReads } from './incident.reads.js';
import { IncidentService } from './incident.service.js';

/** The commands, with what their refusals and things need to be shown. */
const capabilities = [
  ...lifeResolvers,
  ...commandResolvers,
  ...scopeResolvers,
  ...actionsResolvers,
  ...checksResolvers,
  ...hypothesesResolvers,
  ...containmentResolvers,
  ...communicationResolvers,
  ...logResolvers,
];

/** Incidents: what can be commanded, and what can be read. */
@Module({
  imports: [OrganizationModule, PlaybookModule],
  providers: [
    IncidentService,
    IncidentReads,
    ChecksReads,
    HypothesesReads,
    CommunicationReads,
    ContainmentReads,
    IncidentNumbers,
    IncidentNames,
    IncidentResolver,
    IncidentsResolver,
    ...capabilities,
  ],
})
export class IncidentModule {}

import { Module } from '@nestjs/common';
import { ChangeModule } from '../change/change.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { PlaybookModule } from '../playbook/playbook.module.js';
import { ChecksReads } from './checks.reads.js';
import { actionsResolvers } from './graphql/actions/actions.resolvers.js';
import { checksResolvers } from './graphql/checks/checks.resolvers.js';
import { commandResolvers } from './graphql/command/command.resolvers.js';
import { communicationResolvers } from './graphql/communication/communication.resolvers.js';
import { containmentResolvers } from './graphql/containment/containment.resolvers.js';
import { hypothesesResolvers } from './graphql/hypotheses/hypotheses.resolvers.js';
import { helpResolvers } from './graphql/help/help.resolvers.js';
import { IncidentResolver } from './graphql/incident.resolver.js';
import { IncidentsResolver } from './graphql/incidents.resolver.js';
import { lifeResolvers } from './graphql/life/life.resolvers.js';
import { logResolvers } from './graphql/log/log.resolvers.js';
import { rolesResolvers } from './graphql/roles/roles.resolvers.js';
import { scopeResolvers } from './graphql/scope/scope.resolvers.js';
import { HypothesesReads } from './hypotheses.reads.js';
import { CommunicationReads } from './communication.reads.js';
import { ContainmentReads } from './containment.reads.js';
import { suspectsResolvers } from './graphql/suspects/suspects.resolvers.js';
import { CommandPolicy } from './command.policy.js';
import { CommandReads } from './command.reads.js';
import { referencesResolvers } from './graphql/references/references.resolvers.js';
import { sightResolvers } from './graphql/sight/sight.resolvers.js';
import { IncidentNumbers } from './incident-numbers.js';
import { IncidentNames } from './incident.names.js';
import { IncidentReads } from './incident.reads.js';
import { IncidentService } from './incident.service.js';
import { ScopeReads } from './scope.reads.js';
import { SuspectsPolicy } from './suspects.policy.js';
import { SuspectsReads } from './suspects.reads.js';
import { IncidentVisibility } from './incident.visibility.js';

/** The commands, with what their refusals and things need to be shown. */
const capabilities = [
  ...lifeResolvers,
  ...commandResolvers,
  ...rolesResolvers,
  ...scopeResolvers,
  ...suspectsResolvers,
  ...actionsResolvers,
  ...checksResolvers,
  ...hypothesesResolvers,
  ...containmentResolvers,
  ...communicationResolvers,
  ...logResolvers,
  ...sightResolvers,
  ...referencesResolvers,
  ...helpResolvers,
];

/** Incidents: what can be commanded, and what can be read. */
@Module({
  imports: [OrganizationModule, PlaybookModule, ChangeModule],
  providers: [
    IncidentService,
    IncidentVisibility,
    IncidentReads,
    ChecksReads,
    HypothesesReads,
    CommunicationReads,
    ContainmentReads,
    CommandPolicy,
    CommandReads,
    IncidentNumbers,
    IncidentNames,
    ...[ScopeReads, SuspectsReads, SuspectsPolicy],
    IncidentResolver,
    IncidentsResolver,
    ...capabilities,
  ],
})
export class IncidentModule {}

import { Module } from '@nestjs/common';
import { ChangeModule } from '../change/change.module.js';
import { OrganizationModule } from '../organization/organization.module.js';
import { PlaybookModule } from '../playbook/playbook.module.js';
import { actionsResolvers } from './graphql/actions/actions.resolvers.js';
import { checksResolvers } from './graphql/checks/checks.resolvers.js';
import { commandResolvers } from './graphql/command/command.resolvers.js';
import { communicationResolvers } from './graphql/communication/communication.resolvers.js';
import { containmentResolvers } from './graphql/containment/containment.resolvers.js';
import { followUpsResolvers } from './graphql/follow-ups/follow-ups.resolvers.js';
import { reviewResolvers } from './graphql/review/review.resolvers.js';
import { guardrailsResolvers } from './graphql/guardrails/guardrails.resolvers.js';
import { clocksResolvers } from './graphql/clocks/clocks.resolvers.js';
import { helpResolvers } from './graphql/help/help.resolvers.js';
import { hypothesesResolvers } from './graphql/hypotheses/hypotheses.resolvers.js';
import { lifeResolvers } from './graphql/life/life.resolvers.js';
import { logResolvers } from './graphql/log/log.resolvers.js';
import { playbookResolvers } from './graphql/playbook/playbook.resolvers.js';
import { referencesResolvers } from './graphql/references/references.resolvers.js';
import { rolesResolvers } from './graphql/roles/roles.resolvers.js';
import { scopeResolvers } from './graphql/scope/scope.resolvers.js';
import { sightResolvers } from './graphql/sight/sight.resolvers.js';
import { suspectsResolvers } from './graphql/suspects/suspects.resolvers.js';
import { IncidentResolver } from './graphql/incident.resolver.js';
import { IncidentsResolver } from './graphql/incidents.resolver.js';
import { IncidentDecider } from './incident.decider.js';
import { IncidentNumbers } from './incident-numbers.js';
import { IncidentNames } from './incident.names.js';
import { IncidentService } from './incident.service.js';
import { IncidentVisibility } from './incident.visibility.js';
import { CommandPolicy } from './policies/command.policy.js';
import { LeasesPolicy } from './policies/leases.policy.js';
import { NudgesPolicy } from './policies/nudges.policy.js';
import { SuspectsPolicy } from './policies/suspects.policy.js';
import { IncidentReads } from './reads/incident.reads.js';

/** The commands of each area, with what their refusals and things need to be shown. */
const areas = [
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
  ...guardrailsResolvers,
  ...clocksResolvers,
  ...reviewResolvers,
  ...followUpsResolvers,
  ...playbookResolvers,
];

/** What happens by itself. */
const policies = [CommandPolicy, LeasesPolicy, SuspectsPolicy, NudgesPolicy];

/** Incidents: what can be commanded, and what can be read. */
@Module({
  imports: [OrganizationModule, PlaybookModule, ChangeModule],
  providers: [
    ...[
      IncidentService,
      IncidentDecider,
      IncidentVisibility,
      IncidentNumbers,
      IncidentNames,
      IncidentReads,
    ],
    ...[IncidentResolver, IncidentsResolver],
    ...areas,
    ...policies,
  ],
})
export class IncidentModule {}

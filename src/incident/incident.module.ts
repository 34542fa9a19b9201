import { Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/organization.module.js';
import { AddNoteResolver } from './graphql/add-note.resolver.js';
import { AssessScopeResolver } from './graphql/assess-scope.resolver.js';
import { DeclareContainedResolver } from './graphql/declare-contained.resolver.js';
import { DeclareIncidentResolver } from './graphql/declare-incident.resolver.js';
import { FinishActionResolver } from './graphql/finish-action.resolver.js';
import { IncidentResolver } from './graphql/incident.resolver.js';
import { IncidentsResolver } from './graphql/incidents.resolver.js';
import { PublishUpdateResolver } from './graphql/publish-update.resolver.js';
import {
  ActionConflictResolver,
  AlreadyCommandedResolver,
  StaleTermResolver,
} from './graphql/refusals.resolver.js';
import { ResolveIncidentResolver } from './graphql/resolve-incident.resolver.js';
import { StartActionResolver } from './graphql/start-action.resolver.js';
import { TakeCommandResolver } from './graphql/take-command.resolver.js';
import { IncidentNumbers } from './incident-numbers.js';
import { IncidentNames } from './incident.names.js';
import { IncidentReads } from './incident.reads.js';
import { IncidentService } from './incident.service.js';

const commands = [
  DeclareIncidentResolver,
  TakeCommandResolver,
  AssessScopeResolver,
  AddNoteResolver,
  StartActionResolver,
  FinishActionResolver,
  PublishUpdateResolver,
  DeclareContainedResolver,
  ResolveIncidentResolver,
];

/** Incidents: what can be commanded, and what can be read. */
@Module({
  imports: [OrganizationModule],
  providers: [
    IncidentService,
    IncidentReads,
    IncidentNumbers,
    IncidentNames,
    IncidentResolver,
    IncidentsResolver,
    AlreadyCommandedResolver,
    StaleTermResolver,
    ActionConflictResolver,
    ...commands,
  ],
})
export class IncidentModule {}

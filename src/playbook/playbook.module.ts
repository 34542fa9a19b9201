import { Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/organization.module.js';
import { CreatePlaybookResolver } from './graphql/create-playbook.resolver.js';
import {
  PlaybookFieldsResolver,
  PlaybookVersionFieldsResolver,
} from './graphql/playbook-fields.resolver.js';
import { PlaybooksResolver } from './graphql/playbooks.resolver.js';
import { PublishPlaybookVersionResolver } from './graphql/publish-playbook-version.resolver.js';
import './graphql/refusals.js';
import { RetirePlaybookResolver } from './graphql/retire-playbook.resolver.js';
import { PlaybookDesk } from './playbook-desk.js';
import { PlaybookNames } from './playbook.names.js';
import { PlaybookReads } from './playbook.reads.js';
import { PlaybookService } from './playbook.service.js';

/** For features whose types lead to playbooks. */
export { IncidentPlaybook } from './graphql/playbook.type.js';

/** What to check first in an incident, what is noticed and what is reminded of. */
@Module({
  imports: [OrganizationModule],
  providers: [
    ...[PlaybookService, PlaybookDesk, PlaybookReads, PlaybookNames],
    ...[PlaybooksResolver, PlaybookFieldsResolver, PlaybookVersionFieldsResolver],
    ...[CreatePlaybookResolver, PublishPlaybookVersionResolver, RetirePlaybookResolver],
  ],
  exports: [PlaybookService],
})
export class PlaybookModule {}

import { Module } from '@nestjs/common';
import { OrganizationModule } from '../organization/organization.module.js';
import { ChangeNames } from './change.names.js';
import { ChangeReads } from './change.reads.js';
import { ChangeService } from './change.service.js';
import { ChangeFieldsResolver } from './graphql/change.type.js';
import { ChangesResolver } from './graphql/changes.resolver.js';
import { RecordChangeResolver } from './graphql/record-change.resolver.js';
import './graphql/refusals.js';
import { ReviseChangeResolver } from './graphql/revise-change.resolver.js';

/** For features whose types lead to changes. */
export { Change } from './graphql/change.type.js';

/** What was changed outside of Bridgelog, as tools and people told of it. */
@Module({
  imports: [OrganizationModule],
  providers: [
    ...[ChangeService, ChangeReads, ChangeNames],
    ...[ChangesResolver, ChangeFieldsResolver, RecordChangeResolver, ReviseChangeResolver],
  ],
  exports: [ChangeService],
})
export class ChangeModule {}

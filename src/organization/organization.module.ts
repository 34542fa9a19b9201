import { Module } from '@nestjs/common';
import { Directory } from '../platform/access/directory.js';
import { Authenticator } from '../platform/access/viewer.js';
import { ActingService } from './acting.service.js';
import { AuditReads } from './audit.reads.js';
import { DirectoryService } from './directory.service.js';
import { AddIntegrationResolver } from './graphql/add-integration.resolver.js';
import { AdminCommands } from './graphql/admin-commands.js';
import { AliasTargetResolver } from './graphql/alias-target.resolver.js';
import { AuditLogResolver } from './graphql/audit-log.resolver.js';
import { BindIdentityResolver } from './graphql/bind-identity.resolver.js';
import { ChangeMemberRoleResolver } from './graphql/change-member-role.resolver.js';
import { ChangeSettingsResolver } from './graphql/change-settings.resolver.js';
import { CreateTokenResolver } from './graphql/create-token.resolver.js';
import { DefineServiceResolver } from './graphql/define-service.resolver.js';
import { InviteMemberResolver } from './graphql/invite-member.resolver.js';
import { ListsResolver } from './graphql/lists.resolver.js';
import { MemberFieldsResolver } from './graphql/member.type.js';
import './graphql/refusals.js';
import { RemoveAliasResolver } from './graphql/remove-alias.resolver.js';
import { RemoveIntegrationResolver } from './graphql/remove-integration.resolver.js';
import { RemoveMemberResolver } from './graphql/remove-member.resolver.js';
import { RenameMemberResolver } from './graphql/rename-member.resolver.js';
import { RetireServiceResolver } from './graphql/retire-service.resolver.js';
import { RevokeTokenResolver } from './graphql/revoke-token.resolver.js';
import { TargetNamesResolver } from './graphql/target-names.resolver.js';
import { UnbindIdentityResolver } from './graphql/unbind-identity.resolver.js';
import { ViewerResolver } from './graphql/viewer.resolver.js';
import { OrganizationService } from './organization.service.js';
import { TargetsService } from './targets.service.js';
import { TokenAuthenticator } from './token.authenticator.js';

/** Organizations with their members and tokens: who is let in, as whom, and what they are called. */
@Module({
  providers: [
    ...[OrganizationService, ActingService, DirectoryService],
    { provide: Directory, useExisting: DirectoryService },
    { provide: Authenticator, useClass: TokenAuthenticator },
    ...[ViewerResolver, ListsResolver, MemberFieldsResolver],
    ...[InviteMemberResolver, BindIdentityResolver, AddIntegrationResolver],
    ...[CreateTokenResolver, RevokeTokenResolver],
    ...[AdminCommands, AuditReads, AuditLogResolver, ChangeSettingsResolver],
    ...[RenameMemberResolver, ChangeMemberRoleResolver, RemoveMemberResolver],
    ...[UnbindIdentityResolver, RemoveIntegrationResolver, RetireServiceResolver],
    ...[TargetsService, TargetNamesResolver],
    ...[DefineServiceResolver, AliasTargetResolver, RemoveAliasResolver],
  ],
  exports: [
    ...[OrganizationService, ActingService, DirectoryService, TargetsService],
    ...[Directory, Authenticator],
  ],
})
export class OrganizationModule {}

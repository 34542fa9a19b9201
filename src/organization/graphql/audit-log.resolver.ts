import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  InputType,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import type { StoredEvent } from '../../kernel/event.js';
import { Requires } from '../../platform/access/requires.js';
import { said } from '../../platform/graphql/command-input.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { Actor, Event } from '../../platform/graphql/event.js';
import { IsInput, IsLine } from '../../platform/graphql/input-rules.js';
import { ConnectionArgs, pageOf } from '../../platform/graphql/page.js';
import { perOperation, rowLoader } from '../../platform/graphql/per-operation.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { AuditReads } from '../audit.reads.js';
import { subjectOf } from '../domain/audit-subject.js';
import { tokensById } from '../views/tokens.query.js';
import { Token } from './token.type.js';

@ObjectType({ description: 'Something that was changed of the organization, and by whom.' })
class AuditEntry {
  @Field(() => Actor, {
    description: 'Who did it; of what was done on the machine itself, by which command.',
  })
  actor!: Actor;

  @Field(() => Token, { nullable: true, description: 'The token that carried the command.' })
  token!: Token | null;

  @Field({ description: 'The name of the event.' })
  type!: string;

  @Field(() => ID, {
    description: 'What it was about: the id of a member, token, playbook..., or the name of one.',
  })
  subject!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: string;

  @Field(() => Event, { description: 'All that was recorded, and the whole in one sentence.' })
  event!: object;
}
const AuditEntryConnection = connectionOf(AuditEntry).Connection;

@InputType({ description: 'Which entries; what is absent is not asked for.' })
class AuditLogWhere {
  @Field(() => ID, {
    nullable: true,
    description: 'By this member or integration, or on the machine: `bootstrap` or `cli`.',
  })
  @IsOptional()
  @IsLine(64)
  actor?: string | null;

  @Field(() => [String], { nullable: true, description: 'Events of these names.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsLine(60, { each: true })
  types?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Recorded at this time or later.' })
  from?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Recorded before this time.' })
  until?: string | null;
}

@ArgsType()
class AuditLogArgs extends ConnectionArgs {
  @Field(() => AuditLogWhere, { nullable: true, description: 'All unless given.' })
  @IsOptional()
  @IsInput(() => AuditLogWhere)
  where?: AuditLogWhere | null;
}

@Resolver(() => AuditEntry)
export class AuditLogResolver {
  private readonly tokens = perOperation(({ reads }) =>
    rowLoader(
      (ids) => tokensById(reads, ids),
      ({ id }) => id,
    ),
  );

  constructor(private readonly audit: AuditReads) {}

  @Requires('ADMIN')
  @Query(() => AuditEntryConnection, {
    description:
      'What was changed of the organization and its playbooks, newest first: members, tokens, tools, settings, services, aliases.',
  })
  auditLog(@Args() args: AuditLogArgs, @Context() context: OperationContext) {
    const { actor, types, from, until } = args.where ?? {};
    const where = { actor: said(actor), types: said(types), from: said(from), until: said(until) };
    return this.audit.page(context, where, pageOf(args));
  }

  @ResolveField()
  token(@Parent() { via }: StoredEvent, @Context() context: OperationContext) {
    return via === null ? null : this.tokens(context).load(via);
  }

  @ResolveField()
  subject(@Parent() event: StoredEvent): string {
    return subjectOf(event);
  }

  @ResolveField()
  event(@Parent() event: StoredEvent): StoredEvent {
    return event;
  }
}

import { Args, Context, Field, ID, InputType, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { OpenToGuests, Requires } from '../../platform/access/requires.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsLine } from '../../platform/graphql/input-rules.js';
import { ConnectionArgs, pageOf } from '../../platform/graphql/page.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { ChangeReads } from '../change.reads.js';
import type { ChangeKind as Kind } from '../domain/choices.js';
import { Change } from './change.type.js';
import { ChangeKind } from './enums.js';
import { said } from '../../platform/graphql/command-input.js';

const ChangeConnection = connectionOf(Change).Connection;

@InputType({ description: 'Which changes to list. All that is given has to hold.' })
class ChangeWhere {
  @Field(() => String, { nullable: true, description: 'Of this service.' })
  @IsOptional()
  @IsLine(100)
  service?: string | null;

  @Field(() => [ChangeKind], { nullable: true, description: 'Of one of these kinds.' })
  @IsOptional()
  @ArrayMaxSize(10)
  kind?: Kind[] | null;

  @Field(() => String, { nullable: true, description: 'In this environment.' })
  @IsOptional()
  @IsLine(100)
  environment?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'That began then or later.' })
  from?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'That began then or earlier.' })
  to?: string | null;
}

@Resolver()
export class ChangesResolver {
  constructor(private readonly reads: ChangeReads) {}

  @OpenToGuests(true)
  @Requires('VIEWER')
  @Query(() => Change, { nullable: true, description: 'One change; null if there is none.' })
  change(
    @Args('id', { type: () => ID, description: 'As `chg_...`.' }) id: string,
    @Context() context: OperationContext,
  ) {
    return this.reads.byId(context, id);
  }

  @OpenToGuests(true)
  @Requires('VIEWER')
  @Query(() => ChangeConnection, { description: 'The changes, by when they began, newest first.' })
  changes(
    @Context() context: OperationContext,
    @Args() page: ConnectionArgs,
    @Args('where', { type: () => ChangeWhere, nullable: true, description: 'All unless given.' })
    where?: ChangeWhere | null,
  ) {
    const filter = {
      service: said(where?.service),
      kind: said(where?.kind),
      environment: said(where?.environment),
      from: said(where?.from),
      to: said(where?.to),
    };
    return this.reads.list(context, filter, pageOf(page));
  }
}

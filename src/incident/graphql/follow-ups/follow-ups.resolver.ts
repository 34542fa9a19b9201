import { Args, Context, Field, ID, InputType, Query, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsTypeId } from '../../../platform/graphql/input-rules.js';
import { ConnectionArgs, pageOf } from '../../../platform/graphql/page.js';
import { FollowUpsReads } from '../../reads/follow-ups.reads.js';
import { filterOf, FollowUpWhere } from './follow-up-where.js';
import { FollowUpConnection } from './incident-follow-ups.resolver.js';

@InputType({ description: 'Which follow-ups of which incidents to list.' })
class AllFollowUpsWhere extends FollowUpWhere {
  @Field(() => ID, { nullable: true, description: 'Of this incident.' })
  @IsOptional()
  @IsTypeId('inc')
  incident?: string | null;
}

@Resolver()
export class FollowUpsResolver {
  constructor(private readonly reads: FollowUpsReads) {}

  @OpenToGuests(true)
  @Requires('VIEWER')
  @Query(() => FollowUpConnection, {
    description:
      'The follow-ups of all incidents that you see: what should be done first comes first, what has no time last.',
  })
  followUps(
    @Context() context: OperationContext,
    @Args() page: ConnectionArgs,
    @Args('where', {
      type: () => AllFollowUpsWhere,
      nullable: true,
      description: 'All unless given.',
    })
    where?: AllFollowUpsWhere | null,
  ) {
    const filter = { ...filterOf(where), incident: said(where?.incident) };
    return this.reads.list(context, filter, pageOf(page));
  }
}

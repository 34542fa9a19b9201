import { Args, Context, Field, InputType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { connectionOf } from '../../../platform/graphql/connection.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { ConnectionArgs, pageOf } from '../../../platform/graphql/page.js';
import type { FindingKind as Kind } from '../../domain/review/choices.js';
import type { IncidentView } from '../../incident.view.js';
import { ReviewsReads } from '../../reads/reviews.reads.js';
import { Incident } from '../incident.type.js';
import { Finding, FindingKind } from './finding.type.js';
import { Review } from './review.type.js';

const FindingConnection = connectionOf(Finding).Connection;

@InputType({ description: 'Which findings to list.' })
class FindingWhere {
  @Field(() => [FindingKind], { nullable: true, description: 'About one of these.' })
  @IsOptional()
  @ArrayMaxSize(10)
  kind?: Kind[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Also those that were withdrawn: not unless true.',
  })
  includeWithdrawn?: boolean | null;
}

@Resolver(() => Incident)
export class IncidentReviewResolver {
  constructor(private readonly reads: ReviewsReads) {}

  @ResolveField(() => Review, { nullable: true, description: 'Its review, once it is started.' })
  review(@Parent() { id }: IncidentView, @Context() context: OperationContext) {
    return this.reads.of(context, id);
  }

  @ResolveField(() => FindingConnection, {
    description: 'What was learned from it, oldest first.',
  })
  findings(
    @Parent() { id }: IncidentView,
    @Args() page: ConnectionArgs,
    @Context() context: OperationContext,
    @Args('where', { type: () => FindingWhere, nullable: true, description: 'All unless given.' })
    where?: FindingWhere | null,
  ) {
    const filter = {
      kind: where?.kind ?? undefined,
      includeWithdrawn: where?.includeWithdrawn ?? false,
    };
    return this.reads.findings(context, id, filter, pageOf(page));
  }
}

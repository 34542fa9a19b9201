import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { ConnectionArgs, pageOf } from '../../../platform/graphql/page.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import { ReviewsReads } from '../../reads/reviews.reads.js';
import { Incident } from '../incident.type.js';
import { Finding } from './finding.type.js';
import { Review, ReviewEdition } from './review.type.js';

const EditionConnection = connectionOf(ReviewEdition).Connection;

type Of = { readonly incident: string };

@Resolver(() => Review)
export class ReviewResolver {
  constructor(private readonly reads: ReviewsReads) {}

  @ResolveField(() => ReviewEdition, {
    nullable: true,
    description: 'What was published last; null until then.',
  })
  latestEdition(@Parent() { incident }: Of, @Context() context: OperationContext) {
    return this.reads.latestEdition(context, incident);
  }

  @ResolveField(() => EditionConnection, { description: 'All that was published, newest first.' })
  editions(
    @Parent() { incident }: Of,
    @Args() page: ConnectionArgs,
    @Context() context: OperationContext,
  ) {
    return this.reads.editions(context, incident, pageOf(page));
  }
}

@Resolver(() => Finding)
export class FindingResolver {
  constructor(private readonly incidents: IncidentReads) {}

  @ResolveField(() => Incident, { description: 'The incident from which it was learned.' })
  incident(@Parent() { incident }: Of, @Context() context: OperationContext) {
    return this.incidents.byId(context, incident);
  }
}

import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import { ReviewsReads } from '../../reads/reviews.reads.js';
import type { FollowUpView } from '../../views/follow-ups.query.js';
import { Incident } from '../incident.type.js';
import { Finding } from '../review/finding.type.js';
import { FollowUp } from './follow-up.type.js';

@Resolver(() => FollowUp)
export class FollowUpResolver {
  constructor(
    private readonly incidents: IncidentReads,
    private readonly reviews: ReviewsReads,
  ) {}

  @ResolveField(() => Incident, { description: 'The incident because of which it is to be done.' })
  incident(@Parent() { incident }: FollowUpView, @Context() context: OperationContext) {
    return this.incidents.byId(context, incident);
  }

  @ResolveField(() => Finding, {
    nullable: true,
    description: 'The finding that it follows from, if it is known.',
  })
  finding(@Parent() { finding }: FollowUpView, @Context() context: OperationContext) {
    return finding === null ? null : this.reviews.finding(context, finding);
  }
}

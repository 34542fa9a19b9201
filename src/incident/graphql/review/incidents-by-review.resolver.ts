import { Args, Context, Field, ID, InputType, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsTypeId } from '../../../platform/graphql/input-rules.js';
import { ConnectionArgs, pageOf } from '../../../platform/graphql/page.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import type { Mode, Phase, Severity as SeverityValue } from '../../domain/choices.js';
import type { ReviewState as State } from '../../domain/review/choices.js';
import { ReviewsReads } from '../../reads/reviews.reads.js';
import { IncidentMode, IncidentPhase, Severity } from '../enums.js';
import { IncidentConnection } from '../incidents.resolver.js';
import { ReviewState } from './review.type.js';

@InputType({ description: 'Which incidents to list. All that is given has to hold.' })
class ByReviewWhere {
  @Field(() => [ReviewState], {
    nullable: true,
    description: 'Whose review has come this far. NONE: nobody has started it.',
  })
  @IsOptional()
  @ArrayMaxSize(10)
  review?: State[] | null;

  @Field(() => ID, { nullable: true, description: 'Whose review this member leads.' })
  @IsOptional()
  @IsTypeId('mem')
  lead?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Whose review is due before then.' })
  dueBefore?: string | null;

  @Field(() => [Severity], { nullable: true, description: 'Of one of these severities.' })
  @IsOptional()
  @ArrayMaxSize(10)
  severity?: SeverityValue[] | null;

  @Field(() => [IncidentPhase], { nullable: true, description: 'In one of these phases.' })
  @IsOptional()
  @ArrayMaxSize(10)
  phase?: Phase[] | null;

  @Field(() => [IncidentMode], { nullable: true, description: 'Of one of these modes.' })
  @IsOptional()
  @ArrayMaxSize(10)
  mode?: Mode[] | null;
}

@Resolver()
export class IncidentsByReviewResolver {
  constructor(private readonly reads: ReviewsReads) {}

  @Requires('VIEWER')
  @Query(() => IncidentConnection, {
    description:
      'Incidents by how far their review has come, newest first: also those without one.',
  })
  incidentsByReview(
    @Context() context: OperationContext,
    @Args() page: ConnectionArgs,
    @Args('where', { type: () => ByReviewWhere, nullable: true, description: 'All unless given.' })
    where?: ByReviewWhere | null,
  ) {
    const filter = {
      review: said(where?.review),
      lead: said(where?.lead),
      dueBefore: said(where?.dueBefore),
      severity: said(where?.severity),
      phase: said(where?.phase),
      mode: said(where?.mode),
    };
    return this.reads.incidentsBy(context, filter, pageOf(page));
  }
}

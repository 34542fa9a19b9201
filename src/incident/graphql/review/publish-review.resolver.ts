import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse, IsWebAddress } from '../../../platform/graphql/input-rules.js';
import { publishReview } from '../../domain/review/publish-review.js';
import { editionFacts } from '../../facts/review.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Make known what there is to learn.' })
class PublishReviewInput extends IncidentCommandInput {
  @Field({ description: 'The review, or its summary: Markdown, or plain words.' })
  @IsProse(50_000)
  text!: string;

  @Field(() => String, { nullable: true, description: 'Where the document is, if elsewhere.' })
  @IsOptional()
  @IsWebAddress(2_000)
  url?: string | null;
}

@ObjectType({ description: 'What came of publishing a review.' })
class PublishReviewPayload extends IncidentPayload {}

@Resolver()
export class PublishReviewResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => PublishReviewPayload, {
    description:
      'Publish the review. Publishing it again makes a new edition; the earlier ones stay readable.',
  })
  publishReview(@Input() input: PublishReviewInput, @Context() context: OperationContext) {
    const { incident, text } = input;
    const command = { text, url: said(input.url) };
    const ruling = { incident, rule: publishReview, command, facts: editionFacts };
    return this.incidents.command(ruling, { input, context });
  }
}

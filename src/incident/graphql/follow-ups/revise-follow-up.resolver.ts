import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { ActingService } from '../../../organization/acting.service.js';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsInput, IsLine, IsProse } from '../../../platform/graphql/input-rules.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import type {
  FollowUpKind as Kind,
  FollowUpPart as Part,
} from '../../domain/follow-ups/choices.js';
import { reviseFollowUp } from '../../domain/follow-ups/revise-follow-up.js';
import { together } from '../../facts/facts.js';
import { followUpFacts, ownerFacts } from '../../facts/follow-up.facts.js';
import { IncidentService } from '../../incident.service.js';
import { FollowUpsReads } from '../../reads/follow-ups.reads.js';
import { FollowUpPayload, withFollowUp } from './follow-up-payload.js';
import { FollowUpInput, FollowUpKind, FollowUpPart } from './follow-up.type.js';
import { FollowUpOwnerInput, ownerOf, TicketInput, ticketOf } from './inputs.js';

@InputType({ description: 'Say what is different about a follow-up. What is not given stays.' })
class ReviseFollowUpInput extends FollowUpInput {
  @Field(() => String, { nullable: true, description: 'What is to be done, in one line.' })
  @IsOptional()
  @IsLine(200)
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'The same in more words.' })
  @IsOptional()
  @IsProse(5_000)
  description?: string | null;

  @Field(() => FollowUpKind, { nullable: true, description: 'What it is meant to achieve.' })
  @IsOptional()
  kind?: Kind | null;

  @Field(() => FollowUpOwnerInput, { nullable: true, description: 'Who sees to it from now on.' })
  @IsOptional()
  @IsInput(() => FollowUpOwnerInput)
  owner?: FollowUpOwnerInput | null;

  @Field(() => DateTime, { nullable: true, description: 'When it should be done.' })
  dueAt?: string | null;

  @Field(() => TicketInput, { nullable: true, description: 'Where it is kept otherwise.' })
  @IsOptional()
  @IsInput(() => TicketInput)
  ticket?: TicketInput | null;

  @Field(() => [FollowUpPart], { nullable: true, description: 'What it is to have no longer.' })
  @IsOptional()
  @ArrayMaxSize(10)
  remove?: Part[] | null;

  @Field(() => String, { nullable: true, description: 'Why it is revised.' })
  @IsOptional()
  @IsProse(2_000)
  reason?: string | null;
}

@ObjectType({ description: 'What came of revising a follow-up.' })
class ReviseFollowUpPayload extends FollowUpPayload {}

@Resolver()
export class ReviseFollowUpResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: FollowUpsReads,
    private readonly acting: ActingService,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => ReviseFollowUpPayload, {
    description: 'Revise a follow-up: its words, its owner, when it should be done, or its ticket.',
  })
  async reviseFollowUp(@Input() input: ReviseFollowUpInput, @Context() context: OperationContext) {
    const { incident, followUp } = input;
    const command = {
      followUp,
      title: said(input.title),
      description: said(input.description),
      followUpKind: said(input.kind),
      ...ownerOf(input.owner),
      dueAt: said(input.dueAt),
      ticket: ticketOf(input.ticket),
      remove: said(input.remove),
      reason: said(input.reason),
    };
    const facts = together(followUpFacts(followUp), ownerFacts(command.owner, this.acting));
    const ruling = { incident, rule: reviseFollowUp, command, facts };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withFollowUp(recorded, followUp, this.reads, context);
  }
}

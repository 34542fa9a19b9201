import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { ActingService } from '../../../organization/acting.service.js';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsInput, IsLine, IsProse, IsTypeId } from '../../../platform/graphql/input-rules.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { newId } from '../../../platform/ids.js';
import { addFollowUp } from '../../domain/follow-ups/add-follow-up.js';
import type { FollowUpKind as Kind } from '../../domain/follow-ups/choices.js';
import { addFollowUpFacts } from '../../facts/follow-up.facts.js';
import { IncidentService } from '../../incident.service.js';
import { FollowUpsReads } from '../../reads/follow-ups.reads.js';
import { IncidentCommandInput } from '../command.js';
import { FollowUpPayload, withFollowUp } from './follow-up-payload.js';
import { FollowUpKind } from './follow-up.type.js';
import { FollowUpOwnerInput, ownerOf, TicketInput, ticketOf } from './inputs.js';

@InputType({ description: 'Say what is to be done because of the incident.' })
class AddFollowUpInput extends IncidentCommandInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An id of your own making, `fol_` and a UUIDv7 in base 32; made if absent.',
  })
  @IsOptional()
  @IsTypeId('fol')
  followUp?: string | null;

  @Field({ description: 'What is to be done, in one line.' })
  @IsLine(200)
  title!: string;

  @Field(() => String, { nullable: true, description: 'The same in more words.' })
  @IsOptional()
  @IsProse(5_000)
  description?: string | null;

  @Field(() => FollowUpKind, { description: 'What it is meant to achieve.' })
  kind!: Kind;

  @Field(() => FollowUpOwnerInput, { nullable: true, description: 'Who sees to it.' })
  @IsOptional()
  @IsInput(() => FollowUpOwnerInput)
  owner?: FollowUpOwnerInput | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it should be done. People are reminded then.',
  })
  dueAt?: string | null;

  @Field(() => TicketInput, { nullable: true, description: 'Where it is kept otherwise.' })
  @IsOptional()
  @IsInput(() => TicketInput)
  ticket?: TicketInput | null;

  @Field(() => ID, { nullable: true, description: 'The finding that it follows from.' })
  @IsOptional()
  @IsTypeId('fnd')
  finding?: string | null;
}

@ObjectType({ description: 'What came of adding a follow-up.' })
class AddFollowUpPayload extends FollowUpPayload {}

@Resolver()
export class AddFollowUpResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: FollowUpsReads,
    private readonly acting: ActingService,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => AddFollowUpPayload, {
    description: 'Add something that is to be done: in the review, or when somebody thinks of it.',
  })
  async addFollowUp(@Input() input: AddFollowUpInput, @Context() context: OperationContext) {
    const { incident } = input;
    const followUp = input.followUp ?? newId('fol');
    const command = {
      followUp,
      call: newId('evt'),
      title: input.title,
      description: said(input.description),
      followUpKind: input.kind,
      ...ownerOf(input.owner),
      dueAt: said(input.dueAt),
      ticket: ticketOf(input.ticket),
      fromFinding: said(input.finding),
    };
    const facts = addFollowUpFacts(command, this.acting);
    const ruling = { incident, rule: addFollowUp, command, facts };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withFollowUp(recorded, followUp, this.reads, context);
  }
}

import {
  Context,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from '@nestjs/graphql';
import { IsOptional, Max, Min } from 'class-validator';
import { ActingService } from '../../../organization/acting.service.js';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse, IsTypeId } from '../../../platform/graphql/input-rules.js';
import { offerCommand } from '../../domain/command/offer-command.js';
import { offerFacts } from '../../facts/responder.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Offer command to somebody.' })
class OfferCommandInput extends IncidentCommandInput {
  @Field(() => ID, { description: 'Who may accept it, as `mem_...`.' })
  @IsTypeId('mem')
  to!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many minutes it stands, 1 to 60: 5 unless given.',
  })
  @IsOptional()
  @Min(1)
  @Max(60)
  minutes?: number | null;

  @Field(() => String, { nullable: true, description: 'What the other has to know.' })
  @IsOptional()
  @IsProse(2_000)
  remark?: string | null;
}

@ObjectType({ description: 'What came of offering command.' })
class OfferCommandPayload extends IncidentPayload {}

@Resolver()
export class OfferCommandResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly acting: ActingService,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => OfferCommandPayload, {
    description:
      'Offer command to somebody: only the commander can. You command until the other accepts. One offer stands at a time.',
  })
  offerCommand(@Input() input: OfferCommandInput, @Context() context: OperationContext) {
    const { incident, to } = input;
    const command = { to, minutes: said(input.minutes), remark: said(input.remark) };
    const facts = offerFacts(to, this.acting);
    return this.incidents.command(
      { incident, rule: offerCommand, command, facts },
      { input, context },
    );
  }
}

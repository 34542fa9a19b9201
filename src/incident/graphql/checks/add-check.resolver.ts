import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsInput, IsLine, IsProse } from '../../../platform/graphql/input-rules.js';
import { ChecksReads } from '../../reads/checks.reads.js';
import { addCheck } from '../../domain/checks/add-check.js';
import { checkFacts } from '../../facts/check.facts.js';
import { IncidentService } from '../../incident.service.js';
import { CheckCommandInput, IsCheckKey } from './check-input.js';
import { CheckPayload, withCheck } from './check-payload.js';

@InputType({ description: 'One thing to look at in a check.' })
class LookAtInput {
  @Field({ description: 'What to look at, in a few words.' })
  @IsLine(100)
  title!: string;

  @Field({ description: 'How to look, and what bad looks like: up to 500 characters.' })
  @IsProse(500)
  text!: string;
}

@InputType({ description: 'Have something else checked in this incident.' })
class AddCheckInput extends CheckCommandInput {
  @Field({ description: 'What is to be checked, in a few words.' })
  @IsLine(100)
  title!: string;

  @Field(() => [LookAtInput], { nullable: true, description: 'What to look at: up to 10 things.' })
  @IsOptional()
  @ArrayMaxSize(10)
  @IsInput(() => LookAtInput)
  lookAt?: LookAtInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The key of the check that it is to follow; at the end unless given.',
  })
  @IsOptional()
  @IsCheckKey()
  after?: string | null;
}

@ObjectType({ description: 'What came of adding a check.' })
class AddCheckPayload extends CheckPayload {}

@Resolver()
export class AddCheckResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: ChecksReads,
  ) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => AddCheckPayload, {
    description: 'Add a check to this incident, under a key that it does not have yet.',
  })
  async addCheck(@Input() input: AddCheckInput, @Context() context: OperationContext) {
    const { incident, check, title } = input;
    const lookAt = (input.lookAt ?? []).map(({ title, text }) => ({ title, text }));
    const command = { check, title, lookAt, after: said(input.after) };
    const ruling = { incident, rule: addCheck, command, facts: checkFacts(check) };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withCheck(recorded, check, this.reads, context);
  }
}

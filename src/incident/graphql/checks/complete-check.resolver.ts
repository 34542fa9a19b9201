import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse, IsTypeId } from '../../../platform/graphql/input-rules.js';
import { ChecksReads } from '../../checks.reads.js';
import type { CheckVerdict as Verdict } from '../../domain/checks/choices.js';
import { completeCheck } from '../../domain/checks/complete-check.js';
import { checkFacts } from '../../facts/check.facts.js';
import { IncidentService } from '../../incident.service.js';
import { said } from '../command.js';
import { CheckCommandInput } from './check-input.js';
import { CheckPayload, withCheck } from './check-payload.js';
import { CheckVerdict } from './check.type.js';

@InputType({ description: 'Say what a check came to.' })
class CompleteCheckInput extends CheckCommandInput {
  @Field(() => CheckVerdict, { description: 'What it came to.' })
  verdict!: Verdict;

  @Field(() => String, { nullable: true, description: 'What you saw.' })
  @IsOptional()
  @IsProse(2_000)
  summary?: string | null;

  @Field(() => [ID], { nullable: true, description: 'The entries of the log that show it.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsTypeId('evt', { each: true })
  evidence?: string[] | null;
}

@ObjectType({ description: 'What came of completing a check.' })
class CompleteCheckPayload extends CheckPayload {}

@Resolver()
export class CompleteCheckResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: ChecksReads,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => CompleteCheckPayload, {
    description: 'Complete a check, started or not. `nextCheck` says what to look at now.',
  })
  async completeCheck(@Input() input: CompleteCheckInput, @Context() context: OperationContext) {
    const { incident, check, verdict } = input;
    const command = {
      check,
      verdict,
      summary: said(input.summary),
      evidence: said(input.evidence),
    };
    const ruling = { incident, rule: completeCheck, command, facts: checkFacts(check) };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withCheck(recorded, check, this.reads, context);
  }
}

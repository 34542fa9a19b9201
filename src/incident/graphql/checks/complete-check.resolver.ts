import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse } from '../../../platform/graphql/input-rules.js';
import { ChecksReads } from '../../reads/checks.reads.js';
import { completeCheck } from '../../domain/checks/complete-check.js';
import { unknownEvidence } from '../../facts/evidence.facts.js';
import { together } from '../../facts/facts.js';
import { checkFacts } from '../../facts/check.facts.js';
import { IncidentService } from '../../incident.service.js';
import { Overridable, OverrideInput } from '../guardrails/override.js';
import { CheckFindingInput } from './check-input.js';
import { CheckPayload, withCheck } from './check-payload.js';

@InputType({ description: 'Say what a check came to.' })
class CompleteCheckInput extends CheckFindingInput {
  @Field(() => String, { nullable: true, description: 'What you saw.' })
  @IsOptional()
  @IsProse(2_000)
  summary?: string | null;

  @Overridable()
  override?: OverrideInput | null;
}

@ObjectType({ description: 'What came of completing a check.' })
class CompleteCheckPayload extends CheckPayload {}

@Resolver()
export class CompleteCheckResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: ChecksReads,
  ) {}

  @OpenToGuests(true)
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
    const facts = together(checkFacts(check), unknownEvidence(command.evidence));
    const ruling = { incident, rule: completeCheck, command, facts };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withCheck(recorded, check, this.reads, context);
  }
}

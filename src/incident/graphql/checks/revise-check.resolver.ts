import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse } from '../../../platform/graphql/input-rules.js';
import { ChecksReads } from '../../reads/checks.reads.js';
import { reviseCheck } from '../../domain/checks/revise-check.js';
import { unknownEvidence } from '../../facts/evidence.facts.js';
import { together } from '../../facts/facts.js';
import { checkFacts } from '../../facts/check.facts.js';
import { IncidentService } from '../../incident.service.js';
import { CheckFindingInput } from './check-input.js';
import { CheckPayload, withCheck } from './check-payload.js';

@InputType({ description: 'Say that a check came to something else.' })
class ReviseCheckInput extends CheckFindingInput {
  @Field({ description: 'Why you see it otherwise.' })
  @IsProse(2_000)
  reason!: string;
}

@ObjectType({ description: 'What came of revising a check.' })
class ReviseCheckPayload extends CheckPayload {}

@Resolver()
export class ReviseCheckResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: ChecksReads,
  ) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => ReviseCheckPayload, {
    description: 'Revise the verdict of a completed check. The first one stays on the record.',
  })
  async reviseCheck(@Input() input: ReviseCheckInput, @Context() context: OperationContext) {
    const { incident, check, verdict, reason } = input;
    const command = { check, verdict, reason, evidence: said(input.evidence) };
    const facts = together(checkFacts(check), unknownEvidence(command.evidence));
    const ruling = { incident, rule: reviseCheck, command, facts };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withCheck(recorded, check, this.reads, context);
  }
}

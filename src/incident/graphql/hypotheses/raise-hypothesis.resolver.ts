import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsInput, IsLine, IsTypeId } from '../../../platform/graphql/input-rules.js';
import { newId } from '../../../platform/ids.js';
import { raiseHypothesis } from '../../domain/hypotheses/raise-hypothesis.js';
import { hypothesisFacts } from '../../facts/hypothesis.facts.js';
import { HypothesesReads } from '../../reads/hypotheses.reads.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput } from '../command.js';
import { HypothesisLinksInput, linksOf } from './hypothesis-input.js';
import { HypothesisPayload, withHypothesis } from './hypothesis-payload.js';

@InputType({ description: 'Say what the cause may be.' })
class RaiseHypothesisInput extends IncidentCommandInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An id of your own making, `hyp_` and a UUIDv7 in base 32; made if absent.',
  })
  @IsOptional()
  @IsTypeId('hyp')
  hypothesis?: string | null;

  @Field({ description: 'What the cause may be, in one line of up to 500 characters.' })
  @IsLine(500)
  statement!: string;

  @Field(() => HypothesisLinksInput, {
    nullable: true,
    description: 'The checks, actions and changes that suggest it.',
  })
  @IsOptional()
  @IsInput(() => HypothesisLinksInput)
  linked?: HypothesisLinksInput | null;
}

@ObjectType({ description: 'What came of raising a hypothesis.' })
class RaiseHypothesisPayload extends HypothesisPayload {}

@Resolver()
export class RaiseHypothesisResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: HypothesesReads,
  ) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => RaiseHypothesisPayload, {
    description: 'Raise a hypothesis: what the cause may be, to be supported or ruled out.',
  })
  async raiseHypothesis(
    @Input() input: RaiseHypothesisInput,
    @Context() context: OperationContext,
  ) {
    const { incident, statement } = input;
    const hypothesis = input.hypothesis ?? newId('hyp');
    const command = { hypothesis, raise: newId('evt'), statement, linked: linksOf(input.linked) };
    const facts = hypothesisFacts(hypothesis);
    const ruling = { incident, rule: raiseHypothesis, command, facts };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withHypothesis(recorded, hypothesis, this.reads, context);
  }
}

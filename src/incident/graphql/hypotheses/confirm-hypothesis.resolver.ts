import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { confirmHypothesis } from '../../domain/hypotheses/confirm-hypothesis.js';
import { unknownEvidence } from '../../facts/evidence.facts.js';
import { together } from '../../facts/facts.js';
import { hypothesisFacts } from '../../facts/hypothesis.facts.js';
import { HypothesesReads } from '../../reads/hypotheses.reads.js';
import { IncidentService } from '../../incident.service.js';
import { HypothesisCommandInput, sayingOf } from './hypothesis-input.js';
import { HypothesisPayload, withHypothesis } from './hypothesis-payload.js';

@InputType({ description: 'Say why a hypothesis is the cause.' })
class ConfirmHypothesisInput extends HypothesisCommandInput {}

@ObjectType({ description: 'What came of confirming a hypothesis.' })
class ConfirmHypothesisPayload extends HypothesisPayload {}

@Resolver()
export class ConfirmHypothesisResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: HypothesesReads,
  ) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => ConfirmHypothesisPayload, {
    description: 'Confirm that a hypothesis is the cause, or one of several.',
  })
  async confirmHypothesis(
    @Input() input: ConfirmHypothesisInput,
    @Context() context: OperationContext,
  ) {
    const { incident, hypothesis } = input;
    const command = sayingOf(input);
    const facts = together(hypothesisFacts(hypothesis), unknownEvidence(command.evidence));
    const ruling = { incident, rule: confirmHypothesis, command, facts };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withHypothesis(recorded, hypothesis, this.reads, context);
  }
}

import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { supportHypothesis } from '../../domain/hypotheses/support-hypothesis.js';
import { unknownEvidence } from '../../facts/evidence.facts.js';
import { together } from '../../facts/facts.js';
import { hypothesisFacts } from '../../facts/hypothesis.facts.js';
import { HypothesesReads } from '../../reads/hypotheses.reads.js';
import { IncidentService } from '../../incident.service.js';
import { HypothesisCommandInput, sayingOf } from './hypothesis-input.js';
import { HypothesisPayload, withHypothesis } from './hypothesis-payload.js';

@InputType({ description: 'Say what speaks for a hypothesis.' })
class SupportHypothesisInput extends HypothesisCommandInput {}

@ObjectType({ description: 'What came of supporting a hypothesis.' })
class SupportHypothesisPayload extends HypothesisPayload {}

@Resolver()
export class SupportHypothesisResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: HypothesesReads,
  ) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => SupportHypothesisPayload, {
    description: 'Say that something speaks for a hypothesis, also for one that was ruled out.',
  })
  async supportHypothesis(
    @Input() input: SupportHypothesisInput,
    @Context() context: OperationContext,
  ) {
    const { incident, hypothesis } = input;
    const command = sayingOf(input);
    const facts = together(hypothesisFacts(hypothesis), unknownEvidence(command.evidence));
    const ruling = { incident, rule: supportHypothesis, command, facts };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withHypothesis(recorded, hypothesis, this.reads, context);
  }
}

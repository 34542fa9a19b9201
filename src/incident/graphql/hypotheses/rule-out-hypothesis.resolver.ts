import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { ruleOutHypothesis } from '../../domain/hypotheses/rule-out-hypothesis.js';
import { unknownEvidence } from '../../facts/evidence.facts.js';
import { together } from '../../facts/facts.js';
import { hypothesisFacts } from '../../facts/hypothesis.facts.js';
import { HypothesesReads } from '../../reads/hypotheses.reads.js';
import { IncidentService } from '../../incident.service.js';
import { HypothesisCommandInput, sayingOf } from './hypothesis-input.js';
import { HypothesisPayload, withHypothesis } from './hypothesis-payload.js';

@InputType({ description: 'Say why a hypothesis cannot be the cause.' })
class RuleOutHypothesisInput extends HypothesisCommandInput {}

@ObjectType({ description: 'What came of ruling out a hypothesis.' })
class RuleOutHypothesisPayload extends HypothesisPayload {}

@Resolver()
export class RuleOutHypothesisResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: HypothesesReads,
  ) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => RuleOutHypothesisPayload, {
    description: 'Rule a hypothesis out, also one that was supported or confirmed.',
  })
  async ruleOutHypothesis(
    @Input() input: RuleOutHypothesisInput,
    @Context() context: OperationContext,
  ) {
    const { incident, hypothesis } = input;
    const command = sayingOf(input);
    const facts = together(hypothesisFacts(hypothesis), unknownEvidence(command.evidence));
    const ruling = { incident, rule: ruleOutHypothesis, command, facts };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withHypothesis(recorded, hypothesis, this.reads, context);
  }
}

import { ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { Event } from '../../../platform/graphql/event.js';
import { HypothesesReads } from '../../reads/hypotheses.reads.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import type { HypothesisView } from '../../views/hypotheses.query.js';
import { Hypothesis } from './hypothesis.type.js';

@Resolver(() => Hypothesis)
export class HypothesisResolver {
  constructor(
    private readonly reads: HypothesesReads,
    private readonly incidents: IncidentReads,
  ) {}

  @ResolveField(() => Event, {
    description: 'What was said of it last; that it was raised, if nothing was since.',
  })
  latestStep({ latest }: HypothesisView, _args: unknown, context: OperationContext) {
    return this.incidents.event(context, latest);
  }

  @ResolveField(() => [Event], {
    description: 'How it came to stand as it does, oldest first: the latest 50 of its events.',
  })
  steps({ id }: HypothesisView, _args: unknown, context: OperationContext) {
    return this.reads.steps(context, id);
  }
}

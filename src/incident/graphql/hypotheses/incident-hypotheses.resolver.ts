import { ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { HypothesesReads } from '../../reads/hypotheses.reads.js';
import type { IncidentView } from '../../incident.view.js';
import { Incident } from '../incident.type.js';
import { Hypothesis } from './hypothesis.type.js';

@Resolver(() => Incident)
export class IncidentHypothesesResolver {
  constructor(private readonly reads: HypothesesReads) {}

  @ResolveField(() => [Hypothesis], {
    description: 'What the cause may be: the open ones first, else as raised; at most 100.',
  })
  hypotheses({ id }: IncidentView, _args: unknown, context: OperationContext) {
    return this.reads.ofIncident(context, id);
  }
}

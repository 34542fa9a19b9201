import { ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { ChecksReads } from '../../reads/checks.reads.js';
import type { IncidentView } from '../../incident.view.js';
import { Incident } from '../incident.type.js';
import { Check } from './check.type.js';

@Resolver(() => Incident)
export class IncidentChecksResolver {
  constructor(private readonly reads: ChecksReads) {}

  @ResolveField(() => [Check], {
    description: 'What is to be checked, in order: at most 30 checks.',
  })
  checks(incident: IncidentView, _args: unknown, context: OperationContext) {
    return this.reads.ofIncident(context, incident);
  }

  @ResolveField(() => Check, {
    nullable: true,
    description:
      'The first check in order that nobody has completed or skipped; null: none is left.',
  })
  nextCheck(incident: IncidentView, _args: unknown, context: OperationContext) {
    return this.reads.next(context, incident);
  }
}

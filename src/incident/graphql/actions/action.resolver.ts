import { ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import { Incident } from '../incident.type.js';
import { Action } from './action.type.js';

@Resolver(() => Action)
export class ActionResolver {
  constructor(private readonly reads: IncidentReads) {}

  @ResolveField(() => Incident, { description: 'The incident that it serves.' })
  incident({ incident }: { incident: string }, _args: unknown, context: OperationContext) {
    return this.reads.byId(context, incident);
  }
}

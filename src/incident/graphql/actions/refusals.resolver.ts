import { ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IncidentReads } from '../../incident.reads.js';
import { ActionConflict } from './refusals.js';

type Conflict = { readonly openAction: string; readonly incident: string };

@Resolver(() => ActionConflict)
export class ActionConflictResolver {
  constructor(private readonly reads: IncidentReads) {}

  @ResolveField()
  openAction({ openAction }: Conflict, _args: unknown, context: OperationContext) {
    return this.reads.action(context, openAction);
  }

  @ResolveField()
  incident({ incident }: Conflict, _args: unknown, context: OperationContext) {
    return this.reads.byId(context, incident);
  }
}

import { ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IncidentReads } from '../incident.reads.js';
import { ActionConflict, AlreadyCommanded, StaleTerm } from './refusals.js';

/** The rules name people and things by id; here they become what the ids stand for. */
const person = (id: string | null) => id && { kind: 'MEMBER', id };

@Resolver(() => AlreadyCommanded)
export class AlreadyCommandedResolver {
  @ResolveField()
  commander({ commander }: { commander: string }) {
    return person(commander);
  }
}

@Resolver(() => StaleTerm)
export class StaleTermResolver {
  @ResolveField()
  commander({ commander }: { commander: string | null }) {
    return person(commander);
  }
}

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

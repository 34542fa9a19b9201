import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { ConnectionArgs, pageOf } from '../../../platform/graphql/page.js';
import type { IncidentView } from '../../incident.view.js';
import { ScopeReads, type RevisionName } from '../../reads/scope.reads.js';
import { ImpactStartSource } from '../enums.js';
import { EventConnection } from '../incident.resolver.js';
import { Incident } from '../incident.type.js';
import { ScopeDiff, ScopeRevisionInput } from './scope-diff.type.js';

const fromText = 'The last but one unless given.';
const toText = 'The last unless given.';

@Resolver(() => Incident)
export class IncidentScopeResolver {
  constructor(private readonly scopes: ScopeReads) {}

  @ResolveField(() => ImpactStartSource, {
    nullable: true,
    description: 'How it is known when users began to be hurt.',
  })
  impactStartSource({ impactStartSource }: IncidentView) {
    return impactStartSource;
  }

  @ResolveField(() => EventConnection, {
    description: 'The assessments of the scope and the corrections of its start, oldest first.',
  })
  scopeRevisions(
    @Parent() { id }: IncidentView,
    @Args() page: ConnectionArgs,
    @Context() context: OperationContext,
  ) {
    return this.scopes.revisions(context, id, pageOf(page));
  }

  @ResolveField(() => ScopeDiff, {
    nullable: true,
    description: 'What changed between two revisions of the scope. Null: one of them is not there.',
  })
  scopeDiff(
    @Parent() incident: IncidentView,
    @Context() context: OperationContext,
    @Args('from', { type: () => ScopeRevisionInput, nullable: true, description: fromText })
    from?: ScopeRevisionInput | null,
    @Args('to', { type: () => ScopeRevisionInput, nullable: true, description: toText })
    to?: ScopeRevisionInput | null,
  ) {
    return this.scopes.diff(context, incident, { from: nameOf(from), to: nameOf(to) });
  }
}

const nameOf = (given: ScopeRevisionInput | null | undefined): RevisionName | undefined => {
  if (given?.number != null) return { number: given.number };
  return given?.event == null ? undefined : { event: given.event };
};

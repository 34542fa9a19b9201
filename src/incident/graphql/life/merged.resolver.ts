import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { ConnectionArgs, pageOf } from '../../../platform/graphql/page.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import type { IncidentView } from '../../incident.view.js';
import { Incident } from '../incident.type.js';
import { IncidentConnection } from '../incidents.resolver.js';
import { AlreadyMerged } from './refusals.js';

@Resolver(() => Incident)
export class MergedResolver {
  constructor(private readonly reads: IncidentReads) {}

  @ResolveField(() => Incident, {
    nullable: true,
    description: 'The incident that goes on instead of it, if it was merged into one that you see.',
  })
  mergedInto(@Parent() { mergedInto }: IncidentView, @Context() context: OperationContext) {
    return mergedInto === null ? null : this.reads.byId(context, mergedInto);
  }

  @ResolveField(() => IncidentConnection, {
    description: 'The incidents that were merged into it, newest first.',
  })
  mergedFrom(
    @Parent() { id }: IncidentView,
    @Args() page: ConnectionArgs,
    @Context() context: OperationContext,
  ) {
    return this.reads.list(context, { mergedInto: id }, pageOf(page));
  }
}

type Refused = { readonly into: string; readonly path?: readonly string[] };

@Resolver(() => AlreadyMerged)
export class AlreadyMergedResolver {
  constructor(private readonly reads: IncidentReads) {}

  /** Who does not see the incident that goes on learns only that there is one. */
  @ResolveField()
  async message(@Parent() { into, path }: Refused, @Context() context: OperationContext) {
    const survivor = await this.reads.byId(context, into);
    if (!survivor) return 'It was merged into an incident that you do not see: ask an admin';
    const { reference } = survivor;
    return path
      ? `It was merged into ${reference} itself: merge into that`
      : `It was merged into ${reference}: go on there`;
  }

  @ResolveField()
  into(@Parent() { into }: Refused, @Context() context: OperationContext) {
    return this.reads.byId(context, into);
  }
}

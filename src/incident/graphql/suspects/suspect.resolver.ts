import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Change } from '../../../change/change.module.js';
import { ChangeService } from '../../../change/change.service.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import type { SuspectStatus as Status } from '../../domain/suspects/choices.js';
import type { IncidentView } from '../../incident.view.js';
import { SuspectsReads } from '../../reads/suspects.reads.js';
import type { SuspectView } from '../../views/suspects.query.js';
import { Incident } from '../incident.type.js';
import { Suspect, SuspectStatus } from './suspect.type.js';

@Resolver(() => Suspect)
export class SuspectResolver {
  constructor(private readonly changes: ChangeService) {}

  @ResolveField()
  change({ change }: SuspectView, _args: unknown, context: OperationContext) {
    return this.changes.byId(context, change);
  }

  @ResolveField()
  minutesBefore({ secondsBefore }: SuspectView): number | null {
    return secondsBefore === null ? null : Math.floor(secondsBefore / 60);
  }

  @ResolveField()
  judgedBy({ status, statusBy }: SuspectView) {
    return status === 'SUSPECT' ? null : statusBy;
  }

  @ResolveField()
  judgedAt({ status, statusAt }: SuspectView) {
    return status === 'SUSPECT' ? null : statusAt;
  }
}

@Resolver(() => Incident)
export class IncidentSuspectsResolver {
  constructor(private readonly reads: SuspectsReads) {}

  @ResolveField(() => [Suspect], {
    description: 'The linked changes nearest to the start of the impact, nearest first: up to 50.',
  })
  suspects(
    @Parent() { id }: IncidentView,
    @Context() context: OperationContext,
    @Args('status', {
      type: () => [SuspectStatus],
      nullable: true,
      description: 'With one of these statuses; all but UNLINKED unless given.',
    })
    status?: Status[] | null,
  ) {
    return this.reads.nearest(context, id, status ?? undefined);
  }
}

@Resolver(() => Change)
export class ChangeIncidentsResolver {
  constructor(private readonly reads: SuspectsReads) {}

  @ResolveField(() => [Incident], {
    description: 'The incidents that it is linked to, of those that you may see: up to 50.',
  })
  incidents({ id }: Change, _args: unknown, context: OperationContext) {
    return this.reads.incidentsOf(context, id);
  }
}

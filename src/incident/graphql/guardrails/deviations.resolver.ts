import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { ConnectionArgs, pageOf } from '../../../platform/graphql/page.js';
import type { IncidentView } from '../../incident.view.js';
import { DeviationReads } from '../../reads/deviation.reads.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import type { DeviationFilter, DeviationView } from '../../views/deviations.query.js';
import { Incident } from '../incident.type.js';
import {
  Deviation,
  DeviationConnection,
  DeviationWhere,
  GuardrailCount,
} from './deviation.type.js';

const whereArg = { type: () => DeviationWhere, nullable: true };

@Resolver()
export class DeviationsResolver {
  constructor(private readonly reads: DeviationReads) {}

  @Requires('VIEWER')
  @Query(() => DeviationConnection, {
    description: 'The guardrails that commands have met in all incidents, newest first.',
  })
  deviations(
    @Context() context: OperationContext,
    @Args() page: ConnectionArgs,
    @Args('where', { ...whereArg, description: 'Those of real incidents unless given.' })
    where?: DeviationWhere | null,
  ) {
    return this.reads.list(context, filterOf(where), pageOf(page));
  }

  @Requires('VIEWER')
  @Query(() => [GuardrailCount], { description: 'How often each guardrail was met.' })
  guardrailCounts(
    @Context() context: OperationContext,
    @Args('where', { ...whereArg, description: 'Counts those of real incidents unless given.' })
    where?: DeviationWhere | null,
  ) {
    return this.reads.counts(context, filterOf(where));
  }
}

@Resolver(() => Deviation)
export class DeviationResolver {
  constructor(private readonly reads: IncidentReads) {}

  @ResolveField()
  event({ id }: DeviationView, _args: unknown, context: OperationContext) {
    return this.reads.event(context, id);
  }

  @ResolveField()
  incident({ incident }: DeviationView, _args: unknown, context: OperationContext) {
    return this.reads.byId(context, incident);
  }
}

@Resolver(() => Incident)
export class IncidentDeviationsResolver {
  constructor(private readonly reads: DeviationReads) {}

  @ResolveField(() => DeviationConnection, {
    description: 'The guardrails that its commands have met, in the order of recording.',
  })
  deviations(
    @Parent() { id }: IncidentView,
    @Args() page: ConnectionArgs,
    @Context() context: OperationContext,
  ) {
    return this.reads.ofIncident(context, id, pageOf(page));
  }
}

const filterOf = (where: DeviationWhere | null | undefined): DeviationFilter => ({
  guardrails: said(where?.guardrail),
  kinds: said(where?.kind),
  modes: said(where?.mode) ?? ['REAL'],
  from: said(where?.from),
  until: said(where?.until),
});

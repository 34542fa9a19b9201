import { Args, ArgsType, Context, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { secondsBetween } from '../../../kernel/instant.js';
import type { Instant } from '../../../kernel/instant.js';
import { connectionOf } from '../../../platform/graphql/connection.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { ConnectionArgs, pageOf } from '../../../platform/graphql/page.js';
import { CommunicationReads } from '../../reads/communication.reads.js';
import { unresolved } from '../../domain/choices.js';
import { isAfterwards } from '../../domain/mode.js';
import type { UpdateAudience as Audience } from '../../domain/choices.js';
import { audiences } from '../../domain/communication/choices.js';
import type { IncidentView } from '../../incident.view.js';
import { readingTime } from '../../reads/reading-time.js';
import { UpdateAudience } from '../enums.js';
import { Incident } from '../incident.type.js';
import { PublicStatus } from './enums.js';
import { Communication, ComponentState, IncidentUpdate } from './update.type.js';

const UpdateConnection = connectionOf(IncidentUpdate).Connection;

@ArgsType()
class UpdatesArgs extends ConnectionArgs {
  @Field(() => UpdateAudience, {
    nullable: true,
    description: 'Those for one audience: all unless given.',
  })
  audience?: Audience | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether to list those that no longer stand, too.',
  })
  includeRetracted?: boolean | null;
}

@Resolver(() => Incident)
export class IncidentCommunicationResolver {
  constructor(private readonly reads: CommunicationReads) {}

  @ResolveField(() => UpdateConnection, { description: 'The updates, newest first.' })
  updates(
    @Parent() { id }: IncidentView,
    @Args() { audience, includeRetracted, ...page }: UpdatesArgs,
    @Context() context: OperationContext,
  ) {
    const wanted = {
      incident: id,
      audience: audience ?? undefined,
      includeRetracted: includeRetracted ?? false,
    };
    return this.reads.list(context, wanted, pageOf(page));
  }

  @ResolveField(() => [Communication], { description: 'How each audience is kept informed.' })
  async communications(@Parent() incident: IncidentView, @Context() context: OperationContext) {
    const now = await readingTime(context);
    return Promise.all(
      audiences.map(async (audience) => {
        const latest = incident.latestUpdates[audience];
        return {
          audience,
          latestUpdate: latest ? await this.reads.updateNow(context, latest.event) : null,
          nextUpdateAt: incident.promises[audience]?.at ?? null,
          minutesSilent: minutesSilent(incident, latest?.at, now),
        };
      }),
    );
  }

  @ResolveField(() => PublicStatus, {
    nullable: true,
    description: 'What readers outside were last told of it; null: nothing yet.',
  })
  publicStatus(@Parent() { id }: IncidentView, @Context() context: OperationContext) {
    return this.reads.publicStatus(context, id);
  }

  @ResolveField(() => [ComponentState], {
    description:
      'How parts of the product do, each by the latest update that names it. At most the 200 that were named last.',
  })
  components(@Parent() { id }: IncidentView, @Context() context: OperationContext) {
    return this.reads.components(context, id);
  }
}

const minutesSilent = (
  { phase, mode, declaredAt }: IncidentView,
  latest: Instant | undefined,
  now: Instant,
): number | null =>
  unresolved.includes(phase) && !isAfterwards({ mode })
    ? Math.max(0, Math.floor(secondsBetween(latest ?? declaredAt, now) / 60))
    : null;

import { Args, Context, Field, InputType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { connectionOf } from '../../../platform/graphql/connection.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { ConnectionArgs, pageOf } from '../../../platform/graphql/page.js';
import type { HelpState as State } from '../../domain/help/choices.js';
import { HelpReads } from '../../reads/help.reads.js';
import type { IncidentView } from '../../incident.view.js';
import { Incident } from '../incident.type.js';
import { Help, HelpState } from './help.type.js';

const HelpConnection = connectionOf(Help).Connection;

@InputType({ description: 'Which requests for help to list.' })
class HelpWhere {
  @Field(() => [HelpState], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMaxSize(10)
  state?: State[] | null;
}

@Resolver(() => Incident)
export class IncidentHelpResolver {
  constructor(private readonly reads: HelpReads) {}

  @ResolveField(() => HelpConnection, {
    description: 'The help that was asked for: what is not over first, each part oldest first.',
  })
  help(
    @Parent() { id }: IncidentView,
    @Args() page: ConnectionArgs,
    @Context() context: OperationContext,
    @Args('where', { type: () => HelpWhere, nullable: true, description: 'All unless given.' })
    where?: HelpWhere | null,
  ) {
    return this.reads.list(context, id, where?.state ?? undefined, pageOf(page));
  }
}

import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { connectionOf, type Connection } from '../../../platform/graphql/connection.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { ConnectionArgs, pageOf } from '../../../platform/graphql/page.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { CommandReads } from '../../reads/command.reads.js';
import type { IncidentView } from '../../incident.view.js';
import type { CommandTermView } from '../../views/command-terms.query.js';
import { Incident } from '../incident.type.js';
import { person, personOrNull } from '../person.js';
import { asCommand, Command, CommandTerm } from './command.type.js';

const CommandTermConnection = connectionOf(CommandTerm).Connection;

@Resolver(() => Incident)
export class IncidentCommandResolver {
  constructor(private readonly reads: CommandReads) {}

  @ResolveField(() => Command, {
    nullable: true,
    description: 'Who commands, or commanded when it was resolved; null: nobody.',
  })
  command({ command, term, offer }: IncidentView) {
    return asCommand({ commander: command, term, offer });
  }

  @ResolveField(() => DateTime, {
    nullable: true,
    description: 'Since when nobody commands; null while somebody does.',
  })
  commandVacantSince({ command, vacantSince, declaredAt }: IncidentView) {
    return command === null ? (vacantSince ?? declaredAt) : null;
  }

  @ResolveField(() => CommandTermConnection, { description: 'The terms of command, in order.' })
  commandHistory(
    @Parent() { id }: IncidentView,
    @Args() page: ConnectionArgs,
    @Context() context: OperationContext,
  ): Promise<Connection<CommandTermView>> {
    return this.reads.commandHistory(context, id, pageOf(page));
  }
}

@Resolver(() => CommandTerm)
export class CommandTermResolver {
  @ResolveField()
  commander({ commander }: CommandTermView) {
    return person(commander);
  }

  @ResolveField()
  from({ former }: CommandTermView) {
    return personOrNull(former);
  }
}

import { Args, ArgsType, Context, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { choice } from '../../../kernel/field.js';
import { choiceEnum } from '../../../platform/graphql/choice-enum.js';
import { connectionOf } from '../../../platform/graphql/connection.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsLine } from '../../../platform/graphql/input-rules.js';
import { ConnectionArgs, pageOf } from '../../../platform/graphql/page.js';
import type { IncidentView } from '../../incident.view.js';
import { LogReads } from '../../reads/log.reads.js';
import type { LogFilter } from '../../views/entries.query.js';
import { Incident } from '../incident.type.js';
import { LogEntry } from './log-entry.type.js';
import { said } from '../../../platform/graphql/command-input.js';

const LogView = choiceEnum(
  choice('LogView', 'How a log is read', {
    CURRENT:
      'As it stands: without struck entries and without the corrections themselves, in order of the time at which things happened, as amended',
    HISTORY: 'All that was recorded, struck entries and corrections too, in order of recording',
  }),
);
const LogEntryConnection = connectionOf(LogEntry).Connection;

@ArgsType()
class LogArgs extends ConnectionArgs {
  @Field(() => LogView, { defaultValue: LogView.CURRENT, description: 'How the log is read.' })
  view!: LogFilter['view'];

  @Field(() => String, {
    nullable: true,
    description:
      'Words that all have to occur, whole or in part. The current view is searched as amended, the history as recorded.',
  })
  @IsOptional()
  @IsLine(200)
  search?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what is, or is not, pinned.' })
  pinned?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Only events of these names.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @IsLine(100, { each: true })
  types?: string[] | null;
}

@Resolver(() => Incident)
export class IncidentLogResolver {
  constructor(private readonly reads: LogReads) {}

  @ResolveField(() => LogEntryConnection, { description: 'The log: all entries, as amended.' })
  log(
    @Parent() incident: IncidentView,
    @Args() { view, search, pinned, types, ...page }: LogArgs,
    @Context() context: OperationContext,
  ) {
    const where = { view, search: said(search), pinned: said(pinned), types: said(types) };
    return this.reads.page(context, incident.id, where, pageOf(page));
  }
}

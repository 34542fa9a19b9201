import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse } from '../../../platform/graphql/input-rules.js';
import { strikeEntry } from '../../domain/log/strike-entry.js';
import { entryFacts } from '../../facts/entry.facts.js';
import { IncidentService } from '../../incident.service.js';
import { LogReads } from '../../reads/log.reads.js';
import { EntryCommandInput, EntryPayload, withEntry } from './entry-command.js';

@InputType({ description: 'Strike an entry from the current view of the log.' })
class StrikeEntryInput extends EntryCommandInput {
  @Field({ description: 'Why it is struck.' })
  @IsProse(2_000)
  reason!: string;
}

@ObjectType({ description: 'What came of striking an entry.' })
class StrikeEntryPayload extends EntryPayload {}

@Resolver()
export class StrikeEntryResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly log: LogReads,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => StrikeEntryPayload, {
    description:
      'Strike an entry: the current view of the log shows it no more, the history does. What it changed stays as it is until the opposite command changes it back.',
  })
  async strikeEntry(@Input() input: StrikeEntryInput, @Context() context: OperationContext) {
    const { incident, entry, reason } = input;
    const command = { entry, reason };
    const ruling = { incident, rule: strikeEntry, command, facts: entryFacts(entry) };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withEntry(recorded, input, this.log, context);
  }
}

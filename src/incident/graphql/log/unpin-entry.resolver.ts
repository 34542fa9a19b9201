import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { unpinEntry } from '../../domain/log/unpin-entry.js';
import { entryFacts } from '../../facts/entry.facts.js';
import { IncidentService } from '../../incident.service.js';
import { LogReads } from '../../reads/log.reads.js';
import { EntryCommandInput, EntryPayload, withEntry } from './entry-command.js';

@InputType({ description: 'Unmark an entry as one to look at first.' })
class UnpinEntryInput extends EntryCommandInput {}

@ObjectType({ description: 'What came of unpinning an entry.' })
class UnpinEntryPayload extends EntryPayload {}

@Resolver()
export class UnpinEntryResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly log: LogReads,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => UnpinEntryPayload, {
    description: 'Unpin an entry.',
  })
  async unpinEntry(@Input() input: UnpinEntryInput, @Context() context: OperationContext) {
    const { incident, entry } = input;
    const ruling = { incident, rule: unpinEntry, command: { entry }, facts: entryFacts(entry) };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withEntry(recorded, input, this.log, context);
  }
}

import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { pinEntry } from '../../domain/log/pin-entry.js';
import { entryFacts } from '../../facts/entry.facts.js';
import { IncidentService } from '../../incident.service.js';
import { LogReads } from '../../reads/log.reads.js';
import { EntryCommandInput, EntryPayload, withEntry } from './entry-command.js';

@InputType({ description: 'Mark an entry as one to look at first.' })
class PinEntryInput extends EntryCommandInput {}

@ObjectType({ description: 'What came of pinning an entry.' })
class PinEntryPayload extends EntryPayload {}

@Resolver()
export class PinEntryResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly log: LogReads,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => PinEntryPayload, {
    description: 'Pin an entry as one to look at first; at most 20 of an incident are.',
  })
  async pinEntry(@Input() input: PinEntryInput, @Context() context: OperationContext) {
    const { incident, entry } = input;
    const ruling = { incident, rule: pinEntry, command: { entry }, facts: entryFacts(entry) };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withEntry(recorded, input, this.log, context);
  }
}

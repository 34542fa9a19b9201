import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse } from '../../../platform/graphql/input-rules.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { amendEntry } from '../../domain/log/amend-entry.js';
import { entryFacts } from '../../facts/entry.facts.js';
import { IncidentService } from '../../incident.service.js';
import { LogReads } from '../../reads/log.reads.js';
import { EntryCommandInput, EntryPayload, withEntry } from './entry-command.js';

@InputType({ description: 'Put an entry in other words, or at another time.' })
class AmendEntryInput extends EntryCommandInput {
  @Field(() => String, {
    nullable: true,
    description:
      'What it says from now on: the text of a note or update, the caption of evidence; for other events, other words for the sentence.',
  })
  @IsOptional()
  @IsProse(20_000)
  newText?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it happened, as is known now.' })
  newOccurredAt?: string | null;

  @Field({ description: 'Why it is amended.' })
  @IsProse(2_000)
  reason!: string;
}

@ObjectType({ description: 'What came of amending an entry.' })
class AmendEntryPayload extends EntryPayload {}

@Resolver()
export class AmendEntryResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly log: LogReads,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => AmendEntryPayload, {
    description:
      'Amend an entry of the log. The original stays readable, and the state of the incident stays as it is.',
  })
  async amendEntry(@Input() input: AmendEntryInput, @Context() context: OperationContext) {
    const { incident, entry, reason } = input;
    const [newText, newOccurredAt] = [said(input.newText), said(input.newOccurredAt)];
    const command = { entry, newText, newOccurredAt, reason };
    const ruling = { incident, rule: amendEntry, command, facts: entryFacts(entry) };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withEntry(recorded, input, this.log, context);
  }
}

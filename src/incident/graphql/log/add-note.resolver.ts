import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse } from '../../../platform/graphql/input-rules.js';
import { addNote } from '../../domain/log/add-note.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Write something down.' })
class AddNoteInput extends IncidentCommandInput {
  @Field({ description: 'What was seen, said or thought: up to 20,000 characters.' })
  @IsProse(20_000)
  text!: string;
}

@ObjectType({ description: 'What came of adding a note.' })
class AddNotePayload extends IncidentPayload {}

@Resolver()
export class AddNoteResolver {
  constructor(private readonly incidents: IncidentService) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => AddNotePayload, { description: 'Add a note to the log, in any phase.' })
  addNote(@Input() input: AddNoteInput, @Context() context: OperationContext) {
    const { incident, text } = input;
    return this.incidents.command(
      { incident, rule: addNote, command: { text } },
      { input, context },
    );
  }
}

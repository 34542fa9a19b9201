import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsLine } from '../../../platform/graphql/input-rules.js';
import { renameIncident } from '../../domain/life/rename-incident.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Give an incident another title.' })
class RenameIncidentInput extends IncidentCommandInput {
  @Field({ description: 'What is wrong, in one line of up to 200 characters.' })
  @IsLine(200)
  title!: string;
}

@ObjectType({ description: 'What came of renaming an incident.' })
class RenameIncidentPayload extends IncidentPayload {}

@Resolver()
export class RenameIncidentResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => RenameIncidentPayload, {
    description: 'Give the incident another title, in any phase.',
  })
  renameIncident(@Input() input: RenameIncidentInput, @Context() context: OperationContext) {
    const { incident, title } = input;
    const command = { title };
    return this.incidents.command({ incident, rule: renameIncident, command }, { input, context });
  }
}

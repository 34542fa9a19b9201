import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse } from '../../../platform/graphql/input-rules.js';
import type { UpdateAudience as Audience } from '../../domain/choices.js';
import { publishUpdate } from '../../domain/communication/publish-update.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';
import { UpdateAudience } from '../enums.js';

@InputType({ description: 'Tell people how it stands.' })
class PublishUpdateInput extends IncidentCommandInput {
  @Field(() => UpdateAudience, { description: 'Whom it is written for.' })
  audience!: Audience;

  @Field({ description: 'What they should know: up to 20,000 characters.' })
  @IsProse(20_000)
  text!: string;
}

@ObjectType({ description: 'What came of publishing an update.' })
class PublishUpdatePayload extends IncidentPayload {}

@Resolver()
export class PublishUpdateResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => PublishUpdatePayload, { description: 'Publish an update for one audience.' })
  publishUpdate(@Input() input: PublishUpdateInput, @Context() context: OperationContext) {
    const { incident, audience, text } = input;
    const command = { audience, text };
    return this.incidents.command({ incident, rule: publishUpdate, command }, { input, context });
  }
}

import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import type { UpdateAudience as Audience } from '../../domain/choices.js';
import { promiseUpdate } from '../../domain/communication/promise-update.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';
import { UpdateAudience } from '../enums.js';

@InputType({ description: 'Say when an audience will hear more.' })
class PromiseUpdateInput extends IncidentCommandInput {
  @Field(() => UpdateAudience, { description: 'Whom it is promised to.' })
  audience!: Audience;

  @Field(() => DateTime, {
    description: 'By when the next update will be published: at most 7 days ahead.',
  })
  at!: string;
}

@ObjectType({ description: 'What came of promising an update.' })
class PromiseUpdatePayload extends IncidentPayload {}

@Resolver()
export class PromiseUpdateResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => PromiseUpdatePayload, {
    description:
      'Promise an audience its next update, in place of an earlier promise. Publishing fulfils it.',
  })
  promiseUpdate(@Input() input: PromiseUpdateInput, @Context() context: OperationContext) {
    const { incident, audience, at } = input;
    const command = { audience, at };
    return this.incidents.command({ incident, rule: promiseUpdate, command }, { input, context });
  }
}

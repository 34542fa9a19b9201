import { Field, ObjectType } from '@nestjs/graphql';
import { Recorded } from '../../../platform/graphql/recorded.js';
import { IncidentPayload } from '../command.js';
import { IncidentUpdate } from './update.type.js';

@ObjectType({ isAbstract: true, implements: () => [Recorded] })
export abstract class UpdatePayload extends IncidentPayload {
  @Field(() => IncidentUpdate, {
    nullable: true,
    description: 'The update as it stands after the command; null if there is none.',
  })
  update!: IncidentUpdate | null;
}

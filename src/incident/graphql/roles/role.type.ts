import { Field, ID, ObjectType } from '@nestjs/graphql';
import { choiceEnum } from '../../../platform/graphql/choice-enum.js';
import { Actor } from '../../../platform/graphql/event.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { incidentRole, participation } from '../../domain/roles/choices.js';

export const IncidentRole = choiceEnum(incidentRole);
export const Participation = choiceEnum(participation);

@ObjectType({ description: 'A role in an incident that somebody has, or had.' })
export class RoleAssignment {
  @Field(() => ID, { description: 'The event that assigned it, as `evt_...`.' })
  id!: string;

  @Field(() => IncidentRole, { description: 'The role.' })
  role!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the expert is an expert on, or the name of a CUSTOM role.',
  })
  subject!: string | null;

  @Field(() => Actor, { description: 'Who has the role.' })
  member!: object;

  @Field(() => DateTime, { description: 'When they were given it.' })
  assignedAt!: string;

  @Field(() => Actor, { description: 'Who gave it to them.' })
  assignedBy!: object;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while they have it.' })
  releasedAt!: string | null;

  @Field(() => Actor, { nullable: true, description: 'Who ended it; null while they have it.' })
  releasedBy!: object | null;

  @Field(() => Actor, { nullable: true, description: 'Who was given the role in their place.' })
  reassignedTo!: object | null;
}

@ObjectType({ description: 'Somebody who takes part in an incident, or did.' })
export class Participant {
  @Field(() => Actor, { description: 'The person.' })
  member!: object;

  @Field(() => Participation, { description: 'How they take part.' })
  as!: string;

  @Field(() => DateTime, { description: 'When they joined, or last changed how they take part.' })
  joinedAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When they left; null while they are in.' })
  leftAt!: string | null;
}

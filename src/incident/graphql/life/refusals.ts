import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal, refusalType } from '../../../platform/graphql/refusal.js';
import { IncidentPhase } from '../enums.js';
import { Incident } from '../incident.type.js';

@ObjectType({
  implements: () => [Refusal],
  description: 'The incident is in a phase in which this cannot be.',
})
export class WrongPhase extends Refusal {
  @Field(() => IncidentPhase, { description: 'The phase that it is in.' })
  phase!: string;

  @Field(() => [IncidentPhase], { description: 'The phases in which it could be.' })
  allowed!: string[];
}

@ObjectType({
  implements: () => [Refusal],
  description: 'The incident goes on as part of another.',
})
export class AlreadyMerged extends Refusal {
  @Field(() => Incident, {
    nullable: true,
    description: 'The incident to go on with; null if you do not see it.',
  })
  into!: Incident | null;
}

refusalType({ INCIDENT_MERGED: 'The incident goes on as part of another.' }, AlreadyMerged);
refusalType({
  MERGED_INTO_ITSELF: 'The incident is named as the one to merge it into.',
  SURVIVOR_DECLINED: 'The incident to merge into was declined.',
  MODES_DIFFER: 'What is practised, what is real and what is written down are not merged.',
});
refusalType({
  INCIDENT_NOT_FOUND: 'There is no such incident.',
  INCIDENT_EXISTS: 'The id of the incident is taken, by one that was declared with other words.',
  PERSON_REQUIRED: 'Only a person can do this: a tool has to say whom it acts for.',
  LABEL_INVALID: 'A label is not written as labels are.',
  TOO_MANY_LABELS: 'The incident would have more labels than it may.',
});
refusalType({ WRONG_PHASE: 'The incident is in a phase in which this cannot be.' }, WrongPhase);

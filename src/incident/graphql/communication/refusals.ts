import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal, refusalType } from '../../../platform/graphql/refusal.js';
import { DateTime } from '../../../platform/graphql/scalars.js';

@ObjectType({
  implements: () => [Refusal],
  description: 'An update cannot be promised for this time.',
})
export class PromiseTimeInvalid extends Refusal {
  @Field(() => DateTime, { description: 'It has to be later than this.' })
  after!: string;

  @Field(() => DateTime, { description: 'It must not be later than this.' })
  until!: string;
}

refusalType(
  { PROMISE_TIME_INVALID: 'An update is promised for the past, or for too far ahead.' },
  PromiseTimeInvalid,
);
refusalType({
  PUBLIC_AUDIENCE_REQUIRED: 'A status or components are given for readers within.',
  COMPONENT_REPEATED: 'An update names one component twice.',
  UPDATE_NOT_FOUND: 'The incident has no such update.',
});

import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Actor } from '../../../platform/graphql/event.js';
import { Refusal, refusalType } from '../../../platform/graphql/refusal.js';

const implemented = { implements: () => [Refusal] };

@ObjectType({ ...implemented, description: 'Somebody else commands.' })
export class AlreadyCommanded extends Refusal {
  @Field(() => Actor, { description: 'The commander.' })
  commander!: Actor;

  @Field(() => Int, { description: 'The term of command that the commander is in.' })
  term!: number;
}

@ObjectType({
  ...implemented,
  description: 'The directive belongs to no term, or not to this one.',
})
export class StaleTerm extends Refusal {
  @Field(() => Int, { description: 'The current term: name it in the directive.' })
  currentTerm!: number;

  @Field(() => Actor, { nullable: true, description: 'Who commands in it; null: nobody.' })
  commander!: Actor | null;
}

refusalType({ ALREADY_COMMANDED: 'Somebody else commands.' }, AlreadyCommanded);
refusalType(
  {
    TERM_REQUIRED: 'Who does not command has to name the term of the directive.',
    STALE_TERM: 'The directive belongs to another term of command.',
  },
  StaleTerm,
);

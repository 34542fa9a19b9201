import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Actor } from '../../../platform/graphql/event.js';
import { Refusal, refusalType } from '../../../platform/graphql/refusal.js';
import { Command } from './command.type.js';

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

@ObjectType({
  ...implemented,
  description: 'Command does not stand as the call took it to stand.',
})
export class CommandRefused extends Refusal {
  @Field(() => Command, {
    nullable: true,
    description: 'Command as it stands, with its offer; null: nobody commands.',
  })
  command!: Command | null;
}

refusalType({ ALREADY_COMMANDED: 'Somebody else commands.' }, AlreadyCommanded);
refusalType(
  {
    TERM_REQUIRED: 'Who does not command has to name the term of the directive.',
    STALE_TERM: 'The directive belongs to another term of command.',
  },
  StaleTerm,
);
refusalType(
  {
    NOT_COMMANDER: 'Only the commander can do this.',
    OFFER_STANDS: 'Command is offered to somebody else.',
    NOT_OFFERED: 'Command is not offered to whoever answers.',
    OFFER_EXPIRED: 'The offer of command was accepted too late.',
  },
  CommandRefused,
);
refusalType({
  OFFER_TO_SELF: 'The commander offers command to themself.',
  NOT_A_RESPONDER: 'The person who is named is no member who may respond.',
});

import { Field, Int, ObjectType } from '@nestjs/graphql';
import { choiceEnum } from '../../../platform/graphql/choice-enum.js';
import { Actor } from '../../../platform/graphql/event.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { commandBeginning, commandEnding } from '../../domain/command/choices.js';
import type { CommandState } from '../../domain/command/state.js';
import { person } from '../person.js';

const CommandBeginning = choiceEnum(commandBeginning);
const CommandEnding = choiceEnum(commandEnding);

@ObjectType({ description: 'An offer of command that stands.' })
class CommandOffer {
  @Field(() => Actor, { description: 'Who may accept it.' })
  to!: Actor;

  @Field(() => DateTime, { description: 'Until when they may.' })
  until!: string;
}

@ObjectType({
  description: 'Who commands an incident: the one person whom all take direction from.',
})
export class Command {
  @Field(() => Actor, { description: 'The commander.' })
  commander!: object;

  @Field(() => Int, { description: 'The number of the term: directives name it.' })
  term!: number;

  @Field(() => DateTime, { description: 'When the commander came into command.' })
  since!: string;

  @Field(() => CommandOffer, {
    nullable: true,
    description: 'To whom the commander has offered command; null: to nobody.',
  })
  offer!: object | null;
}

@ObjectType({ description: 'A term of command: the current one, or one that ended.' })
export class CommandTerm {
  @Field(() => Int, { description: 'Its number: 1, 2, 3...' })
  term!: number;

  @Field(() => Actor, { description: 'Who commanded in it.' })
  commander!: object;

  @Field(() => DateTime, { description: 'When it began.' })
  since!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while it lasts.' })
  until!: string | null;

  @Field(() => CommandBeginning, { description: 'How it began.' })
  began!: string;

  @Field(() => Actor, {
    nullable: true,
    description: 'From whom the commander accepted command, if they did not take it.',
  })
  from!: object | null;

  @Field(() => CommandEnding, { nullable: true, description: 'How it ended; null while it lasts.' })
  ended!: string | null;
}

/** Command as the head of an incident has it; null while nobody commands. */
export const asCommand = ({
  commander,
  term,
  offer,
}: Pick<CommandState, 'commander' | 'term' | 'offer'>): Command | null =>
  commander && {
    commander: person(commander.member),
    term,
    since: commander.since,
    offer: offer && { to: person(offer.to), until: offer.until },
  };

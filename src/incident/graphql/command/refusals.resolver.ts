import { ResolveField, Resolver } from '@nestjs/graphql';
import type { CommandState } from '../../domain/command/state.js';
import { person, personOrNull } from '../person.js';
import { asCommand } from './command.type.js';
import { AlreadyCommanded, CommandRefused, StaleTerm } from './refusals.js';

@Resolver(() => AlreadyCommanded)
export class AlreadyCommandedResolver {
  @ResolveField()
  commander({ commander }: { commander: string }) {
    return person(commander);
  }
}

@Resolver(() => StaleTerm)
export class StaleTermResolver {
  @ResolveField()
  commander({ commander }: { commander: string | null }) {
    return personOrNull(commander);
  }
}

@Resolver(() => CommandRefused)
export class CommandRefusedResolver {
  @ResolveField()
  command(refusal: CommandState) {
    return asCommand(refusal);
  }
}

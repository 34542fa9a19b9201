import { ResolveField, Resolver } from '@nestjs/graphql';
import { AlreadyCommanded, StaleTerm } from './refusals.js';

/** The rules name people by id; here they become what the ids stand for. */
const person = (id: string | null) => id && { kind: 'MEMBER', id };

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
    return person(commander);
  }
}

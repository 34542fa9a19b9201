import { ResolveField, Resolver } from '@nestjs/graphql';
import { personOrNull } from '../person.js';
import { GuardrailMet } from './refusals.js';

@Resolver(() => GuardrailMet)
export class GuardrailMetResolver {
  @ResolveField()
  commander({ commander }: { commander: string | null }) {
    return personOrNull(commander);
  }
}

import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { person } from '../person.js';
import { ReviewStartedAlready } from './refusals.js';

@Resolver(() => ReviewStartedAlready)
export class ReviewStartedAlreadyResolver {
  @ResolveField()
  lead(@Parent() { lead }: { readonly lead: string }) {
    return person(lead);
  }
}

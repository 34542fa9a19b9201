import {
  Args,
  ArgsType,
  Context,
  Field,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsLine } from '../../../platform/graphql/input-rules.js';
import { ConnectionArgs, pageOf } from '../../../platform/graphql/page.js';
import { Service, TargetsService } from '../../../organization/targets.service.js';
import { ActionReads } from '../../reads/actions.reads.js';
import { Action } from './action.type.js';
import { ActionConnection } from './incident-actions.resolver.js';

@ArgsType()
class TargetArgs {
  @Field({ description: 'A target or an alias, as `service/checkout`.' })
  @IsLine(300)
  name!: string;
}

@ArgsType()
class OpenActionsArgs {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Those of drills, which claim nothing in the real world, instead of real ones.',
  })
  drills!: boolean;
}

@ObjectType({ description: 'What actions work on, and what was done to it.' })
class Target {
  @Field({ description: 'Its one name, with aliases replaced.' })
  name!: string;
}

@Resolver(() => Target)
export class TargetResolver {
  constructor(
    private readonly targets: TargetsService,
    private readonly actions: ActionReads,
  ) {}

  @Requires('VIEWER')
  @Query(() => Target, {
    description: 'Anything that actions can name as their target, whether any has or not.',
  })
  async target(@Args() { name }: TargetArgs, @Context() { reads }: OperationContext) {
    const { target } = await this.targets.resolve(reads, name, 'name');
    return { name: target };
  }

  @ResolveField(() => [Action], {
    description:
      'The open actions that claim it, a part of it, or what it is a part of: at most 100.',
  })
  openActions(
    @Parent() { name }: Target,
    @Args() { drills }: OpenActionsArgs,
    @Context() context: OperationContext,
  ) {
    return this.actions.claims(context, name, drills);
  }

  @ResolveField(() => ActionConnection, {
    description: 'What was done or proposed to be done to it, newest first.',
  })
  history(
    @Parent() { name }: Target,
    @Args() page: ConnectionArgs,
    @Context() context: OperationContext,
  ) {
    return this.actions.history(context, name, pageOf(page));
  }

  @ResolveField(() => [String], { description: 'The aliases that stand for it: at most 100.' })
  aliases(@Parent() { name }: Target, @Context() { reads }: OperationContext) {
    return this.targets.namesOf(reads, name);
  }

  @ResolveField(() => Service, {
    nullable: true,
    description: 'The service that it is, or is a part of.',
  })
  service(@Parent() { name }: Target, @Context() { reads }: OperationContext) {
    return this.targets.serviceOf(reads, name);
  }
}

import {
  Args,
  ArgsType,
  Context,
  Field,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Requires } from '../../platform/access/requires.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsLine } from '../../platform/graphql/input-rules.js';
import { ConnectionArgs } from '../../platform/graphql/page.js';
import { TargetsService } from '../targets.service.js';
import type { ServiceView } from '../views/services.query.js';
import { pageById } from './page-by-id.js';
import { ResolvedTarget, Service, TargetAlias } from './service.type.js';

const ServiceConnection = connectionOf(Service).Connection;
const TargetAliasConnection = connectionOf(TargetAlias).Connection;

@ArgsType()
class TargetArgs {
  @Field({ description: 'A target or an alias, in any case.' })
  @IsLine(300)
  target!: string;
}

@Resolver(() => Service)
export class TargetNamesResolver {
  constructor(private readonly targets: TargetsService) {}

  @Requires('VIEWER')
  @Query(() => ServiceConnection, { description: 'What the organization runs, in order of name.' })
  services(@Args() args: ConnectionArgs, @Context() { reads }: OperationContext) {
    return pageById('services', args, (stretch) => this.targets.listServices(reads, stretch));
  }

  @Requires('VIEWER')
  @Query(() => TargetAliasConnection, { description: 'The aliases of targets, in order.' })
  targetAliases(@Args() args: ConnectionArgs, @Context() { reads }: OperationContext) {
    return pageById('target-aliases', args, async (stretch) => {
      const aliases = await this.targets.listAliases(reads, stretch);
      return aliases.map((one) => ({ ...one, id: one.alias }));
    });
  }

  @Requires('VIEWER')
  @Query(() => ResolvedTarget, {
    description: 'The one name of a target: in lower case, and with its alias replaced.',
  })
  resolveTarget(@Args() { target }: TargetArgs, @Context() { reads }: OperationContext) {
    return this.targets.resolve(reads, target, 'target');
  }

  @ResolveField()
  name(@Parent() { id }: ServiceView): string {
    return id;
  }
}

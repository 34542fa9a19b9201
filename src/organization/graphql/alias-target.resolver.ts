import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../platform/access/requires.js';
import { CommandInput, Input } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsLine } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { ActingService } from '../acting.service.js';
import { OrganizationService } from '../organization.service.js';
import { TargetsService } from '../targets.service.js';
import { issuerOf } from './issuer-of.js';
import { TargetAlias } from './service.type.js';

@InputType({ description: 'Give a target another name.' })
class AliasTargetInput extends CommandInput {
  @Field({ description: 'The other name: of one or more names with `/` between, as `checkout`.' })
  @IsLine(300)
  alias!: string;

  @Field({ description: 'The target that it stands for, as `service/checkout`.' })
  @IsLine(300)
  target!: string;
}

@ObjectType({ description: 'What came of aliasing a target.', implements: () => [Recorded] })
class AliasTargetPayload extends Recorded {
  @Field(() => TargetAlias, { nullable: true, description: 'The alias; null if there is none.' })
  alias!: TargetAlias | null;
}

@Resolver()
export class AliasTargetResolver {
  constructor(
    private readonly organizations: OrganizationService,
    private readonly acting: ActingService,
    private readonly targets: TargetsService,
  ) {}

  @Requires('ADMIN')
  @Mutation(() => AliasTargetPayload, {
    description:
      'Let a name stand for a target and all within it. Actions that are open keep the name that they have.',
  })
  async aliasTarget(@Input() input: AliasTargetInput, @Context() context: OperationContext) {
    const { viewer, reads } = context;
    const issuer = await issuerOf(this.acting, 'aliasTarget', input, context);
    const command = { alias: input.alias, target: input.target };
    const done = await this.organizations.aliasTarget(viewer.organization, command, issuer);
    return { ...done, alias: await this.targets.aliasNamed(reads, input.alias) };
  }
}

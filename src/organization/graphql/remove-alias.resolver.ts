import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../platform/access/requires.js';
import { CommandInput, Input } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsLine } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { ActingService } from '../acting.service.js';
import { OrganizationService } from '../organization.service.js';
import { issuerOf } from './issuer-of.js';

@InputType({ description: 'Take a name away from a target.' })
class RemoveAliasInput extends CommandInput {
  @Field({ description: 'The alias, as `checkout`.' })
  @IsLine(300)
  alias!: string;
}

@ObjectType({ description: 'What came of removing an alias.', implements: () => [Recorded] })
class RemoveAliasPayload extends Recorded {}

@Resolver()
export class RemoveAliasResolver {
  constructor(
    private readonly organizations: OrganizationService,
    private readonly acting: ActingService,
  ) {}

  @Requires('ADMIN')
  @Mutation(() => RemoveAliasPayload, {
    description: 'Remove an alias: from now on, the name stands for itself.',
  })
  async removeAlias(@Input() input: RemoveAliasInput, @Context() context: OperationContext) {
    const issuer = await issuerOf(this.acting, 'removeAlias', input, context);
    const command = { alias: input.alias };
    return this.organizations.removeAlias(context.viewer.organization, command, issuer);
  }
}

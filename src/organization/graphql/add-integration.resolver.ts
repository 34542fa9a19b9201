import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../platform/access/requires.js';
import { CommandInput, Input } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsLine, IsTypeId } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { ActingService } from '../acting.service.js';
import { OrganizationService } from '../organization.service.js';
import { integrationsById } from '../views/integrations.query.js';
import { Integration } from './integration.type.js';
import { issuerOf } from './issuer-of.js';

@InputType({ description: 'Make a tool known to the organization.' })
class AddIntegrationInput extends CommandInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An id of your own making, `int_` and a UUIDv7 in base 32; made if absent.',
  })
  @IsOptional()
  @IsTypeId('int')
  integration?: string | null;

  @Field({ description: 'What the tool is called, in up to 200 characters.' })
  @IsLine(200)
  name!: string;
}

@ObjectType({ description: 'What came of adding an integration.', implements: () => [Recorded] })
class AddIntegrationPayload extends Recorded {
  @Field(() => Integration, { nullable: true, description: 'The integration; null if refused.' })
  integration!: Integration | null;
}

@Resolver()
export class AddIntegrationResolver {
  constructor(
    private readonly organizations: OrganizationService,
    private readonly acting: ActingService,
  ) {}

  @Requires('ADMIN')
  @Mutation(() => AddIntegrationPayload, {
    description: 'Make a tool known, so that it can act on its own account.',
  })
  async addIntegration(@Input() input: AddIntegrationInput, @Context() context: OperationContext) {
    const { viewer, reads } = context;
    const issuer = await issuerOf(this.acting, 'addIntegration', input, context);
    const own = input.integration ? { integration: input.integration } : {};
    const command = { name: input.name, ...own };
    const done = await this.organizations.addIntegration(viewer.organization, command, issuer);
    const [integration = null] =
      done.integration === undefined ? [] : await integrationsById(reads, [done.integration]);
    return { ...done, integration };
  }
}

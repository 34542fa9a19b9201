import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../platform/access/requires.js';
import { CommandInput, Input } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsProse, IsTypeId } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { ActingService } from '../acting.service.js';
import { OrganizationService } from '../organization.service.js';
import { tokensById } from '../views/tokens.query.js';
import { issuerOf } from './issuer-of.js';
import { Token } from './token.type.js';

@InputType({ description: 'Make a token useless.' })
class RevokeTokenInput extends CommandInput {
  @Field(() => ID, { description: 'The token.' })
  @IsTypeId('tok')
  token!: string;

  @Field(() => String, { nullable: true, description: 'Why, in up to 500 characters.' })
  @IsOptional()
  @IsProse(500)
  reason?: string | null;
}

@ObjectType({ description: 'What came of revoking a token.', implements: () => [Recorded] })
class RevokeTokenPayload extends Recorded {
  @Field(() => Token, { nullable: true, description: 'The token; null if there is none.' })
  token!: Token | null;
}

@Resolver()
export class RevokeTokenResolver {
  constructor(
    private readonly organizations: OrganizationService,
    private readonly acting: ActingService,
  ) {}

  @Requires('ADMIN')
  @Mutation(() => RevokeTokenPayload, {
    description: 'Make a token useless from the next request on. Its name is free again.',
  })
  async revokeToken(@Input() input: RevokeTokenInput, @Context() context: OperationContext) {
    const { viewer, reads } = context;
    const issuer = await issuerOf(this.acting, 'revokeToken', input, context);
    const command = { token: input.token, reason: input.reason ?? undefined };
    const done = await this.organizations.revokeToken(viewer.organization, command, issuer);
    const [token = null] = await tokensById(reads, [input.token]);
    return { ...done, token };
  }
}

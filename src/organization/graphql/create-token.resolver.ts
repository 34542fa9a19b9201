import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Requires } from '../../platform/access/requires.js';
import { CommandInput, Input } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsLine, IsTypeId } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { ActingService } from '../acting.service.js';
import { OrganizationService } from '../organization.service.js';
import { tokensById, type TokenView } from '../views/tokens.query.js';
import { Role, TokenScope } from './enums.js';
import { issuerOf } from './issuer-of.js';
import { Token } from './token.type.js';

@InputType({ description: 'Make a token. It belongs to a member or to an integration.' })
class CreateTokenInput extends CommandInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An id of your own making, `tok_` and a UUIDv7 in base 32; made if absent.',
  })
  @IsOptional()
  @IsTypeId('tok')
  token?: string | null;

  @Field({ description: 'What it is called: no two that are in use have one name.' })
  @IsLine(200)
  name!: string;

  @Field(() => Role, { description: 'What its bearer may do: for a person, at most their role.' })
  role!: TokenView['role'];

  @Field(() => [TokenScope], {
    defaultValue: [],
    description: 'What its bearer may do beyond the role.',
  })
  @ArrayMaxSize(20)
  scopes!: TokenView['scopes'];

  @Field(() => ID, { nullable: true, description: 'The member it belongs to.' })
  @IsOptional()
  @IsTypeId('mem')
  forMember?: string | null;

  @Field(() => ID, { nullable: true, description: 'The integration it belongs to.' })
  @IsOptional()
  @IsTypeId('int')
  forIntegration?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it stops working: never if absent.' })
  expiresAt?: string | null;
}

@ObjectType({ description: 'What came of making a token.', implements: () => [Recorded] })
class CreateTokenPayload extends Recorded {
  @Field(() => Token, { nullable: true, description: 'The token; null if refused.' })
  token!: Token | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What its bearer sends as `Authorization: Bearer ...`. Shown this once: keep it like a ' +
      'password. Null if refused, and in the answer to a repeat of an idempotency key.',
  })
  secret!: string | null;
}

@Resolver()
export class CreateTokenResolver {
  constructor(
    private readonly organizations: OrganizationService,
    private readonly acting: ActingService,
  ) {}

  @Requires('ADMIN')
  @Mutation(() => CreateTokenPayload, { description: 'Make a token for a member or a tool.' })
  async createToken(@Input() input: CreateTokenInput, @Context() context: OperationContext) {
    const { viewer, reads } = context;
    const issuer = await issuerOf(this.acting, 'createToken', input, context);
    const done = await this.organizations.createToken(
      viewer.organization,
      commandIn(input),
      issuer,
    );
    const [token = null] = done.token === undefined ? [] : await tokensById(reads, [done.token]);
    return { ...done, token };
  }
}

const commandIn = ({ token, name, role, scopes, ...rest }: CreateTokenInput) => ({
  ...(token && { token }),
  name,
  role,
  scopes: [...new Set(scopes)],
  forMember: rest.forMember ?? undefined,
  forIntegration: rest.forIntegration ?? undefined,
  expiresAt: rest.expiresAt ?? undefined,
});

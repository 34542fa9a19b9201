import { Context, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { OpenToGuests, Requires } from '../../platform/access/requires.js';
import type { Role as RoleValue } from '../../platform/access/viewer.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { Actor } from '../../platform/graphql/event.js';
import { organizationOf } from '../views/organizations.query.js';
import { tokensById } from '../views/tokens.query.js';
import { Role } from './enums.js';
import { Organization } from './organization.type.js';
import { Token } from './token.type.js';

@ObjectType({ description: 'Who asks: what the token of this request proves.' })
export class Viewer {
  @Field(() => Organization, { description: 'The organization that the token belongs to.' })
  organization!: Organization;

  @Field(() => Token, { description: 'The token itself.' })
  token!: Token;

  @Field(() => Actor, { description: 'The person or tool that the token belongs to.' })
  actor!: Actor;

  @Field(() => Role, { description: 'What the bearer may do.' })
  role!: RoleValue;
}

@Resolver()
export class ViewerResolver {
  @OpenToGuests(true)
  @Requires('VIEWER')
  @Query(() => Viewer, { description: 'Who you are to Bridgelog, and what you may do.' })
  async viewer(@Context() { viewer, reads }: OperationContext) {
    const organization = await organizationOf(reads);
    const [token] = await tokensById(reads, [viewer.token]);
    return { organization, token, actor: viewer.actor, role: viewer.role };
  }
}

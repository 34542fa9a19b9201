import { Field, ObjectType } from '@nestjs/graphql';
import { Node } from '../../platform/graphql/node.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import type { TokenView } from '../views/tokens.query.js';
import { Role, TokenScope } from './enums.js';
import { Integration } from './integration.type.js';
import { Member } from './member.type.js';

@ObjectType({
  description: 'What lets a bearer in. Its secret is shown once, when it is made.',
  implements: () => [Node],
})
export class Token extends Node {
  @Field({ description: 'What it is called: no two that are in use have one name.' })
  name!: string;

  @Field(() => Role, {
    description: 'The most that its bearer may do: of a member, no more than they may.',
  })
  role!: TokenView['role'];

  @Field(() => [TokenScope], { description: 'What its bearer may do beyond the role.' })
  scopes!: TokenView['scopes'];

  @Field(() => Member, { nullable: true, description: 'The person it belongs to, if it is one.' })
  forMember!: Member | null;

  @Field(() => Integration, {
    nullable: true,
    description: 'The tool it belongs to, if it is one.',
  })
  forIntegration!: Integration | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it stops working by itself.' })
  expiresAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was made useless.' })
  revokedAt!: string | null;

  @Field({ description: 'Whether it works: it is neither revoked nor expired.' })
  active!: boolean;
}

import { Field, ObjectType, ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '../../platform/graphql/context.js';
import { Node } from '../../platform/graphql/node.js';
import type { MemberView } from '../views/members.query.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { Role } from './enums.js';

@ObjectType({ description: 'A person of the organization.', implements: () => [Node] })
export class Member extends Node {
  @Field({ description: 'What the person is called.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The address that they were invited by. Only admins see it.',
  })
  email!: string | null;

  @Field(() => Role, { description: 'What they may do.' })
  role!: MemberView['role'];

  @Field(() => DateTime, {
    nullable: true,
    description: 'When they were removed: null while they are a member.',
  })
  removedAt!: string | null;
}

@Resolver(() => Member)
export class MemberFieldsResolver {
  @ResolveField()
  email({ email }: MemberView, _args: unknown, { viewer }: OperationContext): string | null {
    return viewer.role === 'ADMIN' ? email : null;
  }
}

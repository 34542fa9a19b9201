import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { IsLine, IsTypeId } from '../../../platform/graphql/input-rules.js';
import type { IncidentRole as Role } from '../../domain/roles/choices.js';
import { DirectiveInput } from '../command.js';
import { IncidentRole } from './role.type.js';
import { said } from '../../../platform/graphql/command-input.js';

/** A directive about somebody's role. */
@InputType({ isAbstract: true })
export abstract class RoleInput extends DirectiveInput {
  @Field(() => IncidentRole, { description: 'The role.' })
  role!: Role;

  @Field(() => String, {
    nullable: true,
    description: 'What an expert is an expert on, or the name of a CUSTOM role; not for others.',
  })
  @IsOptional()
  @IsLine(100)
  subject?: string | null;

  @Field(() => ID, { description: 'The person, as `mem_...`.' })
  @IsTypeId('mem')
  member!: string;
}

export const roleCommand = ({ role, subject, member, term, remark }: RoleInput) => ({
  incidentRole: role,
  subject: said(subject),
  member,
  term: said(term),
  remark: said(remark),
});

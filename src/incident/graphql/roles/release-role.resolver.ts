import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { releaseRole } from '../../domain/roles/release-role.js';
import { heldRoles } from '../../facts/roles.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentPayload } from '../command.js';
import { roleCommand, RoleInput } from './role-input.js';

@InputType({ description: 'End the role that somebody has in the incident.' })
class ReleaseRoleInput extends RoleInput {}

@ObjectType({ description: 'What came of releasing the role.' })
class ReleaseRolePayload extends IncidentPayload {}

@Resolver()
export class ReleaseRoleResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => ReleaseRolePayload, {
    description:
      'End the role that somebody has. A directive, but for the holder, who may step down without a term.',
  })
  releaseRole(@Input() input: ReleaseRoleInput, @Context() context: OperationContext) {
    const { incident } = input;
    return this.incidents.command(
      { incident, rule: releaseRole, command: roleCommand(input), facts: heldRoles },
      { input, context },
    );
  }
}

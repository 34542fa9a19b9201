import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ActingService } from '../../../organization/acting.service.js';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { assignRole } from '../../domain/roles/assign-role.js';
import { assignmentFacts } from '../../facts/assignment.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentPayload } from '../command.js';
import { Overridable, OverrideInput } from '../guardrails/override.js';
import { roleCommand, RoleInput } from './role-input.js';

@InputType({ description: 'Give somebody a role in the incident.' })
class AssignRoleInput extends RoleInput {
  @Overridable()
  override?: OverrideInput | null;
}

@ObjectType({ description: 'What came of assigning the role.' })
class AssignRolePayload extends IncidentPayload {}

@Resolver()
export class AssignRoleResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly acting: ActingService,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => AssignRolePayload, {
    description:
      'Give somebody a role; they join the incident. But for experts, whoever had it until now is released. A directive.',
  })
  assignRole(@Input() input: AssignRoleInput, @Context() context: OperationContext) {
    const { incident, member } = input;
    const facts = assignmentFacts(member, this.acting);
    return this.incidents.command(
      { incident, rule: assignRole, command: roleCommand(input), facts },
      { input, context },
    );
  }
}

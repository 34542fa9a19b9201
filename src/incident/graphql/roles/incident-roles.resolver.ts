import { Args, ArgsType, Context, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { connectionOf, type Connection } from '../../../platform/graphql/connection.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { ConnectionArgs, pageOf } from '../../../platform/graphql/page.js';
import { CommandReads } from '../../reads/command.reads.js';
import type { IncidentView } from '../../incident.view.js';
import type { ParticipantView } from '../../views/participants.query.js';
import type { RoleView } from '../../views/roles.query.js';
import { Incident } from '../incident.type.js';
import { person, personOrNull } from '../person.js';
import { Participant, RoleAssignment } from './role.type.js';
import { actorOf } from '../../../kernel/actor-of.js';

const RoleAssignmentConnection = connectionOf(RoleAssignment).Connection;
const ParticipantConnection = connectionOf(Participant).Connection;

@ArgsType()
class ParticipantsArgs extends ConnectionArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Those who have left, too.' })
  all!: boolean;
}

@Resolver(() => Incident)
export class IncidentRolesResolver {
  constructor(private readonly reads: CommandReads) {}

  @ResolveField(() => [RoleAssignment], { description: 'The roles that somebody has, at most 50.' })
  roles(
    @Parent() { id }: IncidentView,
    @Context() context: OperationContext,
  ): Promise<readonly RoleView[]> {
    return this.reads.heldRoles(context, id);
  }

  @ResolveField(() => RoleAssignmentConnection, {
    description: 'Every role that somebody has or had, in the order of assignment.',
  })
  roleHistory(
    @Parent() { id }: IncidentView,
    @Args() page: ConnectionArgs,
    @Context() context: OperationContext,
  ): Promise<Connection<RoleView>> {
    return this.reads.roleHistory(context, id, pageOf(page));
  }

  @ResolveField(() => ParticipantConnection, {
    description: 'Who takes part in the incident, in order of id.',
  })
  participants(
    @Parent() { id }: IncidentView,
    @Args() { all, ...page }: ParticipantsArgs,
    @Context() context: OperationContext,
  ): Promise<Connection<ParticipantView>> {
    return this.reads.participants(context, { incident: id, all }, pageOf(page));
  }
}

@Resolver(() => RoleAssignment)
export class RoleAssignmentResolver {
  @ResolveField()
  member({ member }: RoleView) {
    return person(member);
  }

  @ResolveField()
  assignedBy({ assignedBy }: RoleView) {
    return actorOf(assignedBy);
  }

  @ResolveField()
  releasedBy({ releasedBy }: RoleView) {
    return releasedBy && actorOf(releasedBy);
  }

  @ResolveField()
  reassignedTo({ reassignedTo }: RoleView) {
    return personOrNull(reassignedTo);
  }
}

@Resolver(() => Participant)
export class ParticipantResolver {
  @ResolveField()
  member({ member }: ParticipantView) {
    return person(member);
  }

  @ResolveField()
  as({ participation }: ParticipantView) {
    return participation;
  }
}

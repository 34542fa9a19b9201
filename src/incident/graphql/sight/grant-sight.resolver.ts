import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ActingService } from '../../../organization/acting.service.js';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { grantSight } from '../../domain/sight/grant-sight.js';
import { grantFacts } from '../../facts/sight.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentPayload } from '../command.js';
import { viewerIn, ViewerSightInput } from './sight.type.js';

@InputType({ description: 'Let somebody see an incident.' })
class GrantSightInput extends ViewerSightInput {}

@ObjectType({ description: 'What came of granting sight.' })
class GrantSightPayload extends IncidentPayload {}

@Resolver()
export class GrantSightResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly acting: ActingService,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => GrantSightPayload, {
    description:
      'Give a member or a tool sight of the incident, from its first event on. Of use for guests while it is open, and for all while it is restricted.',
  })
  grantSight(@Input() input: GrantSightInput, @Context() context: OperationContext) {
    const viewer = viewerIn(input);
    const command = { viewer, reason: said(input.reason) };
    const facts = grantFacts(viewer, this.acting);
    const ruling = { incident: input.incident, rule: grantSight, command, facts };
    return this.incidents.command(ruling, { input, context });
  }
}

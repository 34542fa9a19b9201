import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { revokeSight } from '../../domain/sight/revoke-sight.js';
import { revocationFacts } from '../../facts/sight.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentPayload } from '../command.js';
import { viewerIn, ViewerSightInput } from './sight.type.js';

@InputType({ description: 'Take sight of an incident from somebody.' })
class RevokeSightInput extends ViewerSightInput {}

@ObjectType({ description: 'What came of revoking sight.' })
class RevokeSightPayload extends IncidentPayload {}

@Resolver()
export class RevokeSightResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => RevokeSightPayload, {
    description:
      'Take back sight. Who takes part in a restricted incident leaves it with that, and their roles are released; admins go on to see it.',
  })
  revokeSight(@Input() input: RevokeSightInput, @Context() context: OperationContext) {
    const viewer = viewerIn(input);
    const command = { viewer, reason: said(input.reason) };
    const facts = revocationFacts(viewer);
    const ruling = { incident: input.incident, rule: revokeSight, command, facts };
    return this.incidents.command(ruling, { input, context });
  }
}

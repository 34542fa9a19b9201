import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { revokeSight } from '../../domain/sight/revoke-sight.js';
import { revocationFacts } from '../../facts/sight.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentPayload, said } from '../command.js';
import { viewerIn, ViewerSightInput } from './sight.type.js';

@InputType({ description: 'Take back the sight that somebody was granted.' })
class RevokeSightInput extends ViewerSightInput {}

@ObjectType({ description: 'What came of revoking sight.' })
class RevokeSightPayload extends IncidentPayload {}

@Resolver()
export class RevokeSightResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => RevokeSightPayload, {
    description:
      'Take back sight that was granted. Who participates goes on to see the incident until they leave it, and so do admins.',
  })
  revokeSight(@Input() input: RevokeSightInput, @Context() context: OperationContext) {
    const viewer = viewerIn(input);
    const command = { viewer, reason: said(input.reason) };
    const facts = revocationFacts(viewer);
    const ruling = { incident: input.incident, rule: revokeSight, command, facts };
    return this.incidents.command(ruling, { input, context });
  }
}

import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ChangeService } from '../../../change/change.service.js';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { linkChange } from '../../domain/suspects/link-change.js';
import { linkChangeFacts } from '../../facts/suspects.facts.js';
import { IncidentService } from '../../incident.service.js';
import { SuspectsReads } from '../../reads/suspects.reads.js';
import { SuspectInput, SuspectPayload, withSuspect } from './suspect-command.js';

@InputType({ description: 'Link a change to an incident as its suspect.' })
class LinkChangeInput extends SuspectInput {}

@ObjectType({ description: 'What came of linking a change.' })
class LinkChangePayload extends SuspectPayload {}

@Resolver()
export class LinkChangeResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly changes: ChangeService,
    private readonly reads: SuspectsReads,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => LinkChangePayload, {
    description: 'Link a change, whenever it was. Those shortly before the impact are by policy.',
  })
  async linkChange(@Input() input: LinkChangeInput, @Context() context: OperationContext) {
    const { incident, change } = input;
    const facts = linkChangeFacts(change, this.changes);
    const ruling = { incident, rule: linkChange, command: { change }, facts };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withSuspect(recorded, input, this.reads, context);
  }
}

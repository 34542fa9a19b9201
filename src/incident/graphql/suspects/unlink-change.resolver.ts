import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse } from '../../../platform/graphql/input-rules.js';
import { unlinkChange } from '../../domain/suspects/unlink-change.js';
import { linkFacts } from '../../facts/suspects.facts.js';
import { IncidentService } from '../../incident.service.js';
import { SuspectsReads } from '../../reads/suspects.reads.js';
import { SuspectInput, SuspectPayload, withSuspect } from './suspect-command.js';

@InputType({ description: 'Say that a linked change has nothing to do with the incident.' })
class UnlinkChangeInput extends SuspectInput {
  @Field({ description: 'Why it has nothing to do with it.' })
  @IsProse(2_000)
  reason!: string;
}

@ObjectType({ description: 'What came of unlinking a change.' })
class UnlinkChangePayload extends SuspectPayload {}

@Resolver()
export class UnlinkChangeResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: SuspectsReads,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => UnlinkChangePayload, {
    description: 'Unlink a change. Policy does not link it again.',
  })
  async unlinkChange(@Input() input: UnlinkChangeInput, @Context() context: OperationContext) {
    const { incident, change, reason } = input;
    const command = { change, reason };
    const ruling = { incident, rule: unlinkChange, command, facts: linkFacts(change) };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withSuspect(recorded, input, this.reads, context);
  }
}

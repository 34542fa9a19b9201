import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { clearChange } from '../../domain/suspects/judge-change.js';
import { judgeFacts } from '../../facts/suspects.facts.js';
import { IncidentService } from '../../incident.service.js';
import { SuspectsReads } from '../../reads/suspects.reads.js';
import { JudgementInput, SuspectPayload, withSuspect } from './suspect-command.js';

@InputType({ description: 'Say that a linked change is not a cause.' })
class ClearChangeInput extends JudgementInput {}

@ObjectType({ description: 'What came of clearing a change.' })
class ClearChangePayload extends SuspectPayload {}

@Resolver()
export class ClearChangeResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: SuspectsReads,
  ) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => ClearChangePayload, {
    description: 'Clear a linked change: it is not a cause. It stays linked.',
  })
  async clearChange(@Input() input: ClearChangeInput, @Context() context: OperationContext) {
    const { incident, change, reason } = input;
    const evidence = said(input.evidence);
    const command = { change, reason, evidence };
    const facts = judgeFacts(change, evidence);
    const ruling = { incident, rule: clearChange, command, facts };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withSuspect(recorded, input, this.reads, context);
  }
}

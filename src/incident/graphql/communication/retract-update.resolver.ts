import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse, IsTypeId } from '../../../platform/graphql/input-rules.js';
import { CommunicationReads } from '../../reads/communication.reads.js';
import { retractUpdate } from '../../domain/communication/retract-update.js';
import { updateFacts } from '../../facts/update.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput } from '../command.js';
import { UpdatePayload } from './update-payload.js';

@InputType({ description: 'Take an update back.' })
class RetractUpdateInput extends IncidentCommandInput {
  @Field(() => ID, { description: 'The update, by the event that published it, as `evt_...`.' })
  @IsTypeId('evt')
  update!: string;

  @Field({ description: 'What was wrong with it.' })
  @IsProse(2_000)
  reason!: string;
}

@ObjectType({ description: 'What came of retracting an update.' })
class RetractUpdatePayload extends UpdatePayload {}

@Resolver()
export class RetractUpdateResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: CommunicationReads,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => RetractUpdatePayload, {
    description:
      'Retract an update: the one before it is the latest again. Its words stay on the record.',
  })
  async retractUpdate(@Input() input: RetractUpdateInput, @Context() context: OperationContext) {
    const { incident, update, reason } = input;
    const command = { update, reason };
    const ruling = { incident, rule: retractUpdate, command, facts: updateFacts(update) };
    const recorded = await this.incidents.command(ruling, { input, context });
    const isRefused = recorded.refusals.length > 0;
    return { ...recorded, update: isRefused ? null : await this.reads.updateNow(context, update) };
  }
}

import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { withdrawOffer } from '../../domain/command/withdraw-offer.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Withdraw your offer of command.' })
class WithdrawOfferInput extends IncidentCommandInput {}

@ObjectType({ description: 'What came of withdrawing the offer.' })
class WithdrawOfferPayload extends IncidentPayload {}

@Resolver()
export class WithdrawOfferResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => WithdrawOfferPayload, {
    description: 'Withdraw the offer of command that stands: only the commander can.',
  })
  withdrawOffer(@Input() input: WithdrawOfferInput, @Context() context: OperationContext) {
    const { incident } = input;
    return this.incidents.command(
      { incident, rule: withdrawOffer, command: {} },
      { input, context },
    );
  }
}

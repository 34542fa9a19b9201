import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse } from '../../../platform/graphql/input-rules.js';
import type { Severity as SeverityValue } from '../../domain/choices.js';
import { changeSeverity } from '../../domain/life/change-severity.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';
import { Severity } from '../enums.js';

@InputType({ description: 'Give an incident another severity.' })
class ChangeSeverityInput extends IncidentCommandInput {
  @Field(() => Severity, { description: 'How badly users are hurt.' })
  severity!: SeverityValue;

  @Field({ description: 'Why it is changed.' })
  @IsProse(2_000)
  reason!: string;
}

@ObjectType({ description: 'What came of changing the severity.' })
class ChangeSeverityPayload extends IncidentPayload {}

@Resolver()
export class ChangeSeverityResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => ChangeSeverityPayload, {
    description: 'Change the severity, in any phase. The earlier ones stay on the record.',
  })
  changeSeverity(@Input() input: ChangeSeverityInput, @Context() context: OperationContext) {
    const { incident, severity, reason } = input;
    const command = { severity, reason };
    return this.incidents.command({ incident, rule: changeSeverity, command }, { input, context });
  }
}

import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { declareContained } from '../../domain/containment/declare-contained.js';
import { IncidentService } from '../../incident.service.js';
import { DirectiveInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Say that users are no longer hurt.' })
class DeclareContainedInput extends DirectiveInput {}

@ObjectType({ description: 'What came of declaring containment.' })
class DeclareContainedPayload extends IncidentPayload {}

@Resolver()
export class DeclareContainedResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => DeclareContainedPayload, {
    description:
      'Declare the incident contained: users are no longer hurt, the cause may remain. A directive.',
  })
  declareContained(@Input() input: DeclareContainedInput, @Context() context: OperationContext) {
    const { incident } = input;
    const command = { term: said(input.term), remark: said(input.remark) };
    return this.incidents.command(
      { incident, rule: declareContained, command },
      { input, context },
    );
  }
}

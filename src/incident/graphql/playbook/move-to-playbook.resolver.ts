import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsLine } from '../../../platform/graphql/input-rules.js';
import { PlaybookService } from '../../../playbook/playbook.service.js';
import { moveToPlaybook } from '../../domain/playbook/move-to-playbook.js';
import { namedFacts } from '../../facts/playbook.facts.js';
import { IncidentService } from '../../incident.service.js';
import { DirectiveInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Go on by another playbook, or by another version.' })
class MoveToPlaybookInput extends DirectiveInput {
  @Field({ description: 'As `name`, which is the latest version, or `name@version`.' })
  @IsLine(100)
  playbook!: string;
}

@ObjectType({ description: 'What came of moving to another playbook.' })
class MoveToPlaybookPayload extends IncidentPayload {}

@Resolver()
export class MoveToPlaybookResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly playbooks: PlaybookService,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => MoveToPlaybookPayload, {
    description:
      'Go on by another playbook. What was done stays; checks that nobody has begun are replaced. A directive.',
  })
  moveToPlaybook(@Input() input: MoveToPlaybookInput, @Context() context: OperationContext) {
    const { incident, playbook } = input;
    const command = { playbook, term: said(input.term), remark: said(input.remark) };
    const facts = namedFacts(this.playbooks, playbook);
    const ruling = { incident, rule: moveToPlaybook, command, facts };
    return this.incidents.command(ruling, { input, context });
  }
}

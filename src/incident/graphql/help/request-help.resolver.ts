import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsLine, IsProse, IsTypeId } from '../../../platform/graphql/input-rules.js';
import { newId } from '../../../platform/ids.js';
import { requestHelp } from '../../domain/help/request-help.js';
import { helpFacts } from '../../facts/help.facts.js';
import { HelpReads } from '../../reads/help.reads.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput } from '../command.js';
import { withHelp } from './help-payload.js';
import { HelpPayload } from './help.type.js';

@InputType({ description: 'Ask for help.' })
class RequestHelpInput extends IncidentCommandInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An id of your own making, `hlp_` and a UUIDv7 in base 32; made if absent.',
  })
  @IsOptional()
  @IsTypeId('hlp')
  help?: string | null;

  @Field({ description: 'What is needed, in up to 2,000 characters.' })
  @IsProse(2_000)
  need!: string;

  @Field(() => String, { nullable: true, description: 'The skill or team that is looked for.' })
  @IsOptional()
  @IsLine(200)
  skill?: string | null;
}

@ObjectType({ description: 'What came of asking for help.' })
class RequestHelpPayload extends HelpPayload {}

@Resolver()
export class RequestHelpResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: HelpReads,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => RequestHelpPayload, { description: 'Ask for help from outside the response.' })
  async requestHelp(@Input() input: RequestHelpInput, @Context() context: OperationContext) {
    const { incident, need } = input;
    const help = input.help ?? newId('hlp');
    const command = { help, request: newId('evt'), need, skill: said(input.skill) };
    const ruling = { incident, rule: requestHelp, command, facts: helpFacts(help) };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withHelp(recorded, help, this.reads, context);
  }
}

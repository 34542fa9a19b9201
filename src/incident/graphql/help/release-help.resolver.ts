import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse } from '../../../platform/graphql/input-rules.js';
import { releaseHelp } from '../../domain/help/release-help.js';
import { releaseFacts } from '../../facts/help.facts.js';
import { HelpReads } from '../../reads/help.reads.js';
import { IncidentService } from '../../incident.service.js';
import { withHelp } from './help-payload.js';
import { HelpInput, HelpPayload } from './help.type.js';

@InputType({ description: 'Say that help is over, or withdraw a request.' })
class ReleaseHelpInput extends HelpInput {
  @Field(() => String, { nullable: true, description: 'What came of it.' })
  @IsOptional()
  @IsProse(2_000)
  remark?: string | null;
}

@ObjectType({ description: 'What came of releasing help.' })
class ReleaseHelpPayload extends HelpPayload {}

@Resolver()
export class ReleaseHelpResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: HelpReads,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => ReleaseHelpPayload, {
    description:
      'Release who helps, or withdraw a request for which nobody was engaged. Sight that the engagement gave ends.',
  })
  async releaseHelp(@Input() input: ReleaseHelpInput, @Context() context: OperationContext) {
    const { incident, help } = input;
    const command = { help, remark: said(input.remark) };
    const ruling = { incident, rule: releaseHelp, command, facts: releaseFacts(help) };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withHelp(recorded, help, this.reads, context);
  }
}

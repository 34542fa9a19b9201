import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { ActingService } from '../../../organization/acting.service.js';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsInput, IsLine, IsTypeId } from '../../../platform/graphql/input-rules.js';
import { engageHelp } from '../../domain/help/engage-help.js';
import { engagementFacts } from '../../facts/help.facts.js';
import { HelpReads } from '../../reads/help.reads.js';
import { IncidentService } from '../../incident.service.js';
import { withHelp } from './help-payload.js';
import { HelpInput, HelpPayload } from './help.type.js';

@InputType({ description: 'Somebody who is not a member.' })
class OutsidePartyInput {
  @Field({ description: 'Who they are.' })
  @IsLine(200)
  name!: string;

  @Field(() => String, { nullable: true, description: 'How to reach them.' })
  @IsOptional()
  @IsLine(200)
  contact?: string | null;
}

@InputType({ isOneOf: true, description: 'Who helps.' })
class HelperInput {
  @Field(() => ID, { nullable: true, description: 'A member. They are given sight.' })
  @IsOptional()
  @IsTypeId('mem')
  member?: string | null;

  @Field(() => OutsidePartyInput, { nullable: true, description: 'Somebody outside.' })
  @IsOptional()
  @IsInput(() => OutsidePartyInput)
  party?: OutsidePartyInput | null;
}

@InputType({ description: 'Say who helps.' })
class EngageHelpInput extends HelpInput {
  @Field(() => HelperInput, { description: 'A member, or an outside party.' })
  @IsInput(() => HelperInput)
  who!: HelperInput;
}

@ObjectType({ description: 'What came of engaging somebody.' })
class EngageHelpPayload extends HelpPayload {}

@Resolver()
export class EngageHelpResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: HelpReads,
    private readonly acting: ActingService,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => EngageHelpPayload, {
    description:
      'Say who helps with a request. A member is granted sight of the incident until the release.',
  })
  async engageHelp(@Input() input: EngageHelpInput, @Context() context: OperationContext) {
    const { incident, help, who } = input;
    const command = {
      help,
      helper: said(who.member),
      party: who.party?.name,
      contact: said(who.party?.contact),
    };
    const ruling = {
      incident,
      rule: engageHelp,
      command,
      facts: engagementFacts(command, this.acting),
    };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withHelp(recorded, help, this.reads, context);
  }
}

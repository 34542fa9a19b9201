import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { CommandInput, Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsLine, IsTypeId } from '../../../platform/graphql/input-rules.js';
import { OrganizationService } from '../../../organization/organization.service.js';
import { newId } from '../../../platform/ids.js';
import { PlaybookService } from '../../../playbook/playbook.service.js';
import type { Mode, Severity as SeverityValue } from '../../domain/choices.js';
import { declareIncident } from '../../domain/life/declare-incident.js';
import { plannedFacts } from '../../facts/playbook.facts.js';
import { IncidentNumbers } from '../../incident-numbers.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentPayload } from '../command.js';
import { IncidentMode, Severity } from '../enums.js';

@InputType({ description: 'Open an incident.' })
class DeclareIncidentInput extends CommandInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An id of your own making, `inc_` and a UUIDv7 in base 32; made if absent.',
  })
  @IsOptional()
  @IsTypeId('inc')
  incident?: string | null;

  @Field({ description: 'What is wrong, in one line of up to 200 characters.' })
  @IsLine(200)
  title!: string;

  @Field(() => Severity, { description: 'How badly users are hurt, as far as is known.' })
  severity!: SeverityValue;

  @Field(() => IncidentMode, { defaultValue: 'REAL', description: 'REAL unless given.' })
  mode!: Mode;

  @Field(() => String, { nullable: true, description: 'The service where it was noticed.' })
  @IsOptional()
  @IsLine(100)
  service?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it is restricted from its first moment on, as by `restrictIncident`: as the settings of the organization say unless given.',
  })
  restricted?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The playbook to run, as `name`, which is its latest version, or `name@version`. Chosen by the rules of your playbooks if absent.',
  })
  @IsOptional()
  @IsLine(100)
  playbook?: string | null;
}

@ObjectType({ description: 'What came of declaring an incident.' })
class DeclareIncidentPayload extends IncidentPayload {}

@Resolver()
export class DeclareIncidentResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly numbers: IncidentNumbers,
    private readonly playbooks: PlaybookService,
    private readonly organizations: OrganizationService,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => DeclareIncidentPayload, { description: 'Declare an incident: its log begins.' })
  async declareIncident(
    @Input() input: DeclareIncidentInput,
    @Context() context: OperationContext,
  ) {
    const { title, severity, mode } = input;
    const incident = input.incident ?? newId('inc');
    const number = await this.numbers.next(context.viewer.organization);
    const [service, restricted] = [said(input.service), said(input.restricted)];
    const { organization } = context.viewer;
    const byDefault = {
      restrictedByDefault: await this.organizations.restrictsNewIncidents(organization),
    };
    const playbook = said(input.playbook);
    const words = { title, severity, mode, service, restricted, playbook, ...byDefault };
    const facts = plannedFacts(this.playbooks, playbook, { service, severity, mode });
    const command = { incident, number, ...words };
    const ruling = { incident, rule: declareIncident, command, facts };
    return this.incidents.command(ruling, { input, context });
  }
}

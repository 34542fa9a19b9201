import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../platform/access/requires.js';
import { CommandInput, Input, said } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsLine } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { changeSettings } from '../domain/change-settings.js';
import { organizationOf } from '../views/organizations.query.js';
import { AdminCommands } from './admin-commands.js';
import { Organization } from './organization.type.js';

@InputType({ description: 'Change settings of the organization. What is absent stays as it is.' })
class ChangeSettingsInput extends CommandInput {
  @Field(() => String, { nullable: true, description: 'What the organization is called.' })
  @IsOptional()
  @IsLine(200)
  name?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether incidents are restricted from their first moment on, unless whoever declares says no.',
  })
  restrictNewIncidents?: boolean | null;
}

@ObjectType({ description: 'What came of changing settings.', implements: () => [Recorded] })
class ChangeSettingsPayload extends Recorded {
  @Field(() => Organization, { description: 'The organization as it is now.' })
  organization!: Organization;
}

@Resolver()
export class ChangeSettingsResolver {
  constructor(private readonly commands: AdminCommands) {}

  @Requires('ADMIN')
  @Mutation(() => ChangeSettingsPayload, {
    description: 'Change settings of the organization: its name, and what is so of new incidents.',
  })
  async changeSettings(@Input() input: ChangeSettingsInput, @Context() context: OperationContext) {
    const { name, restrictNewIncidents } = input;
    const command = { name: said(name), restrictNewIncidents: said(restrictNewIncidents) };
    const done = await this.commands.run({ rule: changeSettings, command }, { input, context });
    return { ...done, organization: await organizationOf(context.reads) };
  }
}

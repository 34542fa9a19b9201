import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../platform/access/requires.js';
import { CommandInput, Input } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsLine, IsProse } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { defineService } from '../domain/define-service.js';
import { slugOf } from '../domain/service.js';
import { serviceByName } from '../views/services.query.js';
import { AdminCommands } from './admin-commands.js';
import { Service } from './service.type.js';

@InputType({ description: 'Make a service known, or replace what is known of it.' })
class DefineServiceInput extends CommandInput {
  @Field({ description: 'Its name in targets: of a-z, 0-9, `.`, `_` and `-`, as `checkout`.' })
  @IsLine(80)
  name!: string;

  @Field({ description: 'What people call it.' })
  @IsLine(200)
  title!: string;

  @Field(() => String, { nullable: true, description: 'The team that owns it.' })
  @IsOptional()
  @IsLine(200)
  team?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What actions on it name as their target: `service/` and its name unless given.',
  })
  @IsOptional()
  @IsLine(300)
  target?: string | null;

  @Field(() => String, { nullable: true, description: 'What it does.' })
  @IsOptional()
  @IsProse(2_000)
  description?: string | null;
}

@ObjectType({ description: 'What came of defining a service.', implements: () => [Recorded] })
class DefineServicePayload extends Recorded {
  @Field(() => Service, { nullable: true, description: 'The service; null if there is none.' })
  service!: Service | null;
}

@Resolver()
export class DefineServiceResolver {
  constructor(private readonly commands: AdminCommands) {}

  @Requires('ADMIN')
  @Mutation(() => DefineServicePayload, {
    description: 'Make a service known. Given again with other words, it replaces what was known.',
  })
  async defineService(@Input() input: DefineServiceInput, @Context() context: OperationContext) {
    const { name, title } = input;
    const command = {
      name,
      title,
      team: input.team ?? undefined,
      target: input.target ?? undefined,
      description: input.description ?? undefined,
    };
    const ruling = { rule: defineService, command, asks: { service: name } };
    const done = await this.commands.run(ruling, { input, context });
    return { ...done, service: await serviceByName(context.reads, slugOf(name) ?? '') };
  }
}

import { Args, ArgsType, Context, Field, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { notFound } from '../../../platform/graphql/errors.js';
import { IsLine } from '../../../platform/graphql/input-rules.js';
import { PlaybookService } from '../../../playbook/playbook.service.js';
import type { UpdateAudience as Audience } from '../../domain/choices.js';
import { playbookUnknown } from '../../domain/playbook/refusals.js';
import { UpdateAudience } from '../enums.js';
import { templateVariables, UpdateTemplate } from './draft.type.js';

@ArgsType()
class TemplatesArgs {
  @Field(() => UpdateAudience, {
    nullable: true,
    description: 'Those for one audience: all unless given.',
  })
  audience?: Audience | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The playbook, as `name`, which is its latest version, or `name@version`: the built-in one unless given. `Incident.playbook.reference` says what an incident runs.',
  })
  @IsOptional()
  @IsLine(100)
  playbook?: string | null;
}

@Resolver(() => UpdateTemplate)
export class UpdateTemplatesResolver {
  constructor(private readonly playbooks: PlaybookService) {}

  @Requires('VIEWER')
  @Query(() => [UpdateTemplate], {
    description: 'The templates of updates in a playbook, in the order in which they are tried.',
  })
  async updateTemplates(
    @Args() { audience, playbook }: TemplatesArgs,
    @Context() { viewer }: OperationContext,
  ) {
    const given = playbook ?? this.playbooks.builtIn.name;
    const named = await this.playbooks.named(viewer.organization, given);
    if (named === undefined) throw notFound(playbookUnknown(given).message);
    return named.playbook.templates.filter((one) => (audience ?? one.audience) === one.audience);
  }

  @ResolveField()
  variables() {
    return templateVariables;
  }
}

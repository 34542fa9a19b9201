import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import type { UpdateAudience as Audience } from '../../domain/choices.js';
import { PlaybookService } from '../../../playbook/playbook.service.js';
import { UpdateAudience } from '../enums.js';
import { templateVariables, UpdateTemplate } from './draft.type.js';

@Resolver(() => UpdateTemplate)
export class UpdateTemplatesResolver {
  constructor(private readonly playbooks: PlaybookService) {}

  @Requires('VIEWER')
  @Query(() => [UpdateTemplate], {
    description: 'The templates of updates in the built-in playbook.',
  })
  updateTemplates(
    @Args('audience', {
      type: () => UpdateAudience,
      nullable: true,
      description: 'Those for one audience: all unless given.',
    })
    audience?: Audience | null,
  ) {
    const { templates } = this.playbooks.builtIn;
    return templates.filter((one) => (audience ?? one.audience) === one.audience);
  }

  @ResolveField()
  variables() {
    return templateVariables;
  }
}

import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import type { UpdateAudience as Audience } from '../../domain/choices.js';
import { builtInTemplates } from '../../domain/communication/built-in-templates.js';
import { UpdateAudience } from '../enums.js';
import { templateVariables, UpdateTemplate } from './draft.type.js';

@Resolver(() => UpdateTemplate)
export class UpdateTemplatesResolver {
  @Requires('VIEWER')
  @Query(() => [UpdateTemplate], { description: 'The built-in templates of updates.' })
  updateTemplates(
    @Args('audience', {
      type: () => UpdateAudience,
      nullable: true,
      description: 'Those for one audience: all unless given.',
    })
    audience?: Audience | null,
  ) {
    return builtInTemplates.filter((one) => (audience ?? one.audience) === one.audience);
  }

  @ResolveField()
  variables() {
    return templateVariables;
  }
}

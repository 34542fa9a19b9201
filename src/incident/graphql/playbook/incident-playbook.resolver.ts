import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { referenceOf } from '../../../playbook/domain/playbook.js';
import { IncidentPlaybook } from '../../../playbook/playbook.module.js';
import { PlaybookService } from '../../../playbook/playbook.service.js';
import type { IncidentView } from '../../incident.view.js';
import { Incident } from '../incident.type.js';

@Resolver(() => Incident)
export class IncidentPlaybookResolver {
  constructor(private readonly playbooks: PlaybookService) {}

  @ResolveField(() => IncidentPlaybook, {
    description: 'The version of a playbook that it runs. Fixed when it is declared.',
  })
  async playbook(
    @Parent() { playbook: reference }: IncidentView,
    @Context() { viewer }: OperationContext,
  ) {
    const running = await this.playbooks.running(viewer.organization, reference);
    const { name, version, title } = running;
    return { reference: referenceOf(running), name, version, title };
  }
}

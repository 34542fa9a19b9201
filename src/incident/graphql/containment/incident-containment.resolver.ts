import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { PlaybookService } from '../../../playbook/playbook.service.js';
import { ContainmentReads } from '../../reads/containment.reads.js';
import { containmentOf } from '../../domain/containment/containment.js';
import { suggest } from '../../domain/containment/suggest.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import type { IncidentView } from '../../incident.view.js';
import { latestScope } from '../../reads/latest-scope.js';
import { readingTime } from '../../reads/reading-time.js';
import { Incident } from '../incident.type.js';
import { Containment, Suggestion } from './containment.type.js';

@Resolver(() => Incident)
export class IncidentContainmentResolver {
  constructor(
    private readonly reads: IncidentReads,
    private readonly containments: ContainmentReads,
    private readonly playbooks: PlaybookService,
  ) {}

  @ResolveField(() => Containment, {
    description: 'How long users were hurt, and how long they were not.',
  })
  async containment(@Parent() incident: IncidentView, @Context() context: OperationContext) {
    return containmentOf(incident, await readingTime(context));
  }

  @ResolveField(() => [Suggestion], {
    description:
      'What to try next, in the order of the playbook that it runs. What did not help comes last; what is under way is left out. Empty once contained.',
  })
  async suggestions(@Parent() incident: IncidentView, @Context() context: OperationContext) {
    const { id, phase, service } = incident;
    const [scope, suspects, attempts, playbook] = await Promise.all([
      latestScope(incident, context, this.reads),
      this.containments.suspects(context, id),
      this.containments.attempts(context, id),
      this.playbooks.running(context.viewer.organization, incident.playbook),
    ]);
    const situation = { phase, service, features: scope?.features ?? [], suspects, attempts };
    return suggest(situation, playbook);
  }
}

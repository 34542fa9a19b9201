import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { PlaybookService } from '../../../playbook/playbook.service.js';
import { CommunicationReads } from '../../reads/communication.reads.js';
import { ContainmentReads } from '../../reads/containment.reads.js';
import type { UpdateAudience as Audience } from '../../domain/choices.js';
import type { UpdateMoment as Moment } from '../../domain/communication/choices.js';
import { draftUpdate } from '../../domain/communication/draft-update.js';
import type { DraftMaterial } from '../../domain/communication/draft-variables.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import type { IncidentView } from '../../incident.view.js';
import { latestScope } from '../../reads/latest-scope.js';
import { readingTime } from '../../reads/reading-time.js';
import { UpdateAudience } from '../enums.js';
import { Incident } from '../incident.type.js';
import { templateVariables, UpdateDraft } from './draft.type.js';
import { UpdateMoment } from './enums.js';

@Resolver(() => Incident)
export class UpdateDraftResolver {
  constructor(
    private readonly reads: IncidentReads,
    private readonly communication: CommunicationReads,
    private readonly containment: ContainmentReads,
    private readonly playbooks: PlaybookService,
  ) {}

  @ResolveField(() => UpdateDraft, {
    description: 'An update from what is known now, to be edited and then published.',
  })
  async updateDraft(
    @Parent() incident: IncidentView,
    @Context() context: OperationContext,
    @Args('audience', { type: () => UpdateAudience, description: 'Whom it is written for.' })
    audience: Audience,
    @Args('moment', {
      type: () => UpdateMoment,
      nullable: true,
      description: 'The point of the incident that it is for: the present one unless given.',
    })
    moment?: Moment | null,
  ): Promise<UpdateDraft> {
    const material = await this.material(incident, audience, context);
    const playbook = await this.playbooks.running(context.viewer.organization, incident.playbook);
    const { text, template, values } = draftUpdate(material, playbook, moment ?? undefined);
    const variables = templateVariables.map((one) => ({
      ...one,
      value: values[one.name] ?? null,
    }));
    return { text, template, variables };
  }

  private async material(
    incident: IncidentView,
    audience: Audience,
    context: OperationContext,
  ): Promise<DraftMaterial> {
    const { id, command } = incident;
    const [scope, commander, publicStatus, components, attempts, now] = await Promise.all([
      latestScope(incident, context, this.reads),
      command ? context.names.load(command.member) : undefined,
      this.communication.publicStatus(context, id),
      this.communication.components(context, id),
      this.containment.attempts(context, id),
      readingTime(context),
    ]);
    return {
      incident,
      audience,
      scope,
      commander,
      publicStatus: publicStatus ?? undefined,
      components,
      attempts,
      now,
    };
  }
}

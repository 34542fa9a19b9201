import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsInput, IsLine, IsProse } from '../../../platform/graphql/input-rules.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { CommunicationReads } from '../../reads/communication.reads.js';
import type { UpdateAudience as Audience } from '../../domain/choices.js';
import type {
  ComponentStatus as StatusOfComponent,
  PublicStatus as Status,
} from '../../domain/communication/choices.js';
import { maxComponents } from '../../domain/communication/events.js';
import { publishUpdate } from '../../domain/communication/publish-update.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput } from '../command.js';
import { UpdateAudience } from '../enums.js';
import { ComponentStatus, PublicStatus } from './enums.js';
import { UpdatePayload } from './update-payload.js';

@InputType({ description: 'How a part of the product does.' })
class ComponentInput {
  @Field({ description: 'The part, as readers know it: up to 100 characters.' })
  @IsLine(100)
  name!: string;

  @Field(() => ComponentStatus, { description: 'How it does.' })
  status!: StatusOfComponent;
}

@InputType({ description: 'Tell people how it stands.' })
class PublishUpdateInput extends IncidentCommandInput {
  @Field(() => UpdateAudience, { description: 'Whom it is written for.' })
  audience!: Audience;

  @Field({ description: 'What they should know: up to 20,000 characters.' })
  @IsProse(20_000)
  text!: string;

  @Field(() => PublicStatus, {
    nullable: true,
    description: 'What it says of the incident as a whole. Not for INTERNAL.',
  })
  status?: Status | null;

  @Field(() => [ComponentInput], {
    nullable: true,
    description: 'What it says of parts of the product: each at most once. Not for INTERNAL.',
  })
  @IsOptional()
  @ArrayMaxSize(maxComponents)
  @IsInput(() => ComponentInput)
  components?: ComponentInput[] | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Promises the next update: at most 7 days ahead.',
  })
  nextUpdateAt?: string | null;
}

@ObjectType({ description: 'What came of publishing an update.' })
class PublishUpdatePayload extends UpdatePayload {}

@Resolver()
export class PublishUpdateResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: CommunicationReads,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => PublishUpdatePayload, {
    description: 'Publish an update for one audience. It fulfils what the audience was promised.',
  })
  async publishUpdate(@Input() input: PublishUpdateInput, @Context() context: OperationContext) {
    const { incident, audience, text } = input;
    const command = {
      audience,
      text,
      status: said(input.status),
      components: input.components?.map(({ name, status }) => ({ name, status })),
      nextUpdateAt: said(input.nextUpdateAt),
    };
    const ruling = { incident, rule: publishUpdate, command };
    const recorded = await this.incidents.command(ruling, { input, context });
    const published = recorded.events.find(({ type }) => type === 'UpdatePublished');
    const update = published ? await this.reads.updateNow(context, published.id) : null;
    return { ...recorded, update };
  }
}

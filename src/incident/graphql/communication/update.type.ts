import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Actor } from '../../../platform/graphql/event.js';
import { recordType } from '../../../platform/graphql/payload-fields.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import {
  publishedComponent,
  type PublishedComponent as Component,
} from '../../domain/communication/events.js';
import { UpdateAudience } from '../enums.js';
import { ComponentStatus, PublicStatus } from './enums.js';

const PublishedComponent = recordType(publishedComponent);

@ObjectType({ description: 'Why an update no longer stands.' })
export class UpdateRetraction {
  @Field(() => DateTime, { description: 'When it was retracted.' })
  retractedAt!: string;

  @Field(() => Actor, { description: 'Who retracted it.' })
  retractedBy!: Actor;

  @Field({ description: 'What was wrong with it.' })
  reason!: string;
}

@ObjectType({ description: 'An update for one audience, as it stands.' })
export class IncidentUpdate {
  @Field(() => ID, { description: 'The id of the event that published it.' })
  id!: string;

  @Field(() => UpdateAudience, { description: 'Whom it is written for.' })
  audience!: string;

  @Field({ description: 'The update, in the words that stand now.' })
  text!: string;

  @Field(() => PublicStatus, {
    nullable: true,
    description: 'What it says of the incident as a whole, if it does.',
  })
  status!: string | null;

  @Field(() => [PublishedComponent], { description: 'What it says of parts of the product.' })
  components!: readonly Component[];

  @Field(() => DateTime, { description: 'When it was published.' })
  publishedAt!: string;

  @Field(() => Actor, { description: 'Who published it.' })
  publishedBy!: Actor;

  @Field(() => DateTime, {
    nullable: true,
    description: 'By when the next one was promised while this was the latest.',
  })
  nextUpdateAt!: string | null;

  @Field(() => UpdateRetraction, {
    nullable: true,
    description: 'Why it no longer stands; null while it does.',
  })
  retraction!: UpdateRetraction | null;
}

@ObjectType({ description: 'How a part of the product does, by the latest update that names it.' })
export class ComponentState {
  @Field({ description: 'The part, as readers know it.' })
  name!: string;

  @Field(() => ComponentStatus, { description: 'How it does.' })
  status!: string;

  @Field(() => DateTime, { description: 'When the update that says so was published.' })
  publishedAt!: string;
}

@ObjectType({ description: 'How one audience is kept informed.' })
export class Communication {
  @Field(() => UpdateAudience, { description: 'The audience.' })
  audience!: string;

  @Field(() => IncidentUpdate, {
    nullable: true,
    description: 'The latest update for it that stands; null if none does.',
  })
  latestUpdate!: IncidentUpdate | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'By when it was promised more; null once that was published, or it is over.',
  })
  nextUpdateAt!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Whole minutes since the latest update, or since the declaration if there is none; null once it is over.',
  })
  minutesSilent!: number | null;
}

import { Field, Int, ObjectType } from '@nestjs/graphql';
import { eventType } from '../../platform/graphql/event-types.js';
import { Node } from '../../platform/graphql/node.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { incidentEvents } from '../domain/events.js';
import { IncidentMode, IncidentPhase, Severity } from './enums.js';

export const ScopeAssessed = eventType('ScopeAssessed', incidentEvents.ScopeAssessed);
export const UpdatePublished = eventType('UpdatePublished', incidentEvents.UpdatePublished);

@ObjectType({ description: 'An incident, as it stands.', implements: () => [Node] })
export class Incident extends Node {
  @Field(() => Int, { description: 'Rises by one with every event of the incident.' })
  version!: number;

  @Field(() => Int, { description: 'Its number in the organization. Numbers may have gaps.' })
  number!: number;

  @Field({ description: 'The name to say on a call, as `INC-42`.' })
  reference!: string;

  @Field({ description: 'What is wrong, in one line.' })
  title!: string;

  @Field(() => Severity, { description: 'How badly users are hurt.' })
  severity!: string;

  @Field(() => IncidentPhase, { description: 'How far the response has come.' })
  phase!: string;

  @Field(() => IncidentMode, { description: 'Whether it is happening, practised or written down.' })
  mode!: string;

  @Field(() => String, { nullable: true, description: 'The service where it was noticed.' })
  service!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When users began to be hurt.' })
  impactStartedAt!: string | null;

  @Field(() => DateTime, { description: 'When it was declared.' })
  declaredAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When somebody first acknowledged it.' })
  acknowledgedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When users were no longer hurt.' })
  containedAt!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the response was over: resolved, declined or merged.',
  })
  resolvedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When nothing was left to do.' })
  closedAt!: string | null;

  @Field(() => [String], { description: 'What tools and people mark it with, at most ten.' })
  labels!: readonly string[];

  @Field(() => Int, { description: 'The latest term of command; 0 before the first.' })
  term!: number;
}

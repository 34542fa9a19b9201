import {
  Context,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, Min } from 'class-validator';
import type { DataOf } from '../../../kernel/field.js';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsInput, IsLine, IsProse, IsTypeId } from '../../../platform/graphql/input-rules.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { assessScope } from '../../domain/scope/assess-scope.js';
import type { Scope, scopeFields } from '../../domain/scope/scope.js';
import { assessScopeFacts } from '../../facts/scope.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';
import { ImpactStartSource, ScopeAudience, ScopeExtent, SegmentKind } from '../enums.js';

@InputType({ description: 'A group of users that is affected.' })
class ScopeSegmentInput {
  @Field(() => SegmentKind, { description: 'What they have in common.' })
  kind!: Scope['segments'][number]['kind'];

  @Field(() => [String], { description: 'The accounts, regions or plans: up to 20.' })
  @ArrayMaxSize(20)
  @IsLine(100, { each: true })
  values!: string[];
}

@InputType({ description: 'Say what is affected, for whom and since when.' })
class AssessScopeInput extends IncidentCommandInput {
  @Field(() => ScopeExtent, { description: 'The whole application, or features.' })
  extent!: DataOf<typeof scopeFields>['extent'];

  @Field(() => [String], {
    nullable: true,
    description: 'The features: at least one for FEATURES.',
  })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsLine(200, { each: true })
  features?: string[] | null;

  @Field(() => ScopeAudience, { description: 'All users, or a part of them.' })
  affected!: DataOf<typeof scopeFields>['affected'];

  @Field(() => [ScopeSegmentInput], {
    nullable: true,
    description: 'The groups of users: at least one for SUBSET.',
  })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsInput(() => ScopeSegmentInput)
  segments?: ScopeSegmentInput[] | null;

  @Field(() => Int, { nullable: true, description: 'About how many people are affected.' })
  @IsOptional()
  @Min(0)
  estimate?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When users began to be hurt.' })
  impactStartedAt?: string | null;

  @Field(() => ImpactStartSource, { nullable: true, description: 'How that time is known.' })
  impactStartSource?: DataOf<typeof scopeFields>['impactStartSource'] | null;

  @Field(() => String, { nullable: true, description: 'The scope in your own words.' })
  @IsOptional()
  @IsProse(2_000)
  summary?: string | null;

  @Field(() => [ID], { nullable: true, description: 'The entries of the log that show it.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsTypeId('evt', { each: true })
  evidence?: string[] | null;
}

@ObjectType({ description: 'What came of assessing the scope.' })
class AssessScopePayload extends IncidentPayload {}

@Resolver()
export class AssessScopeResolver {
  constructor(private readonly incidents: IncidentService) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => AssessScopePayload, {
    description: 'Assess the scope. Each assessment is whole; earlier ones stay on the record.',
  })
  assessScope(@Input() input: AssessScopeInput, @Context() context: OperationContext) {
    const { incident, extent, affected } = input;
    const command = {
      extent,
      affected,
      features: said(input.features),
      segments: said(input.segments),
      estimate: said(input.estimate),
      impactStartedAt: said(input.impactStartedAt),
      impactStartSource: said(input.impactStartSource),
      summary: said(input.summary),
      evidence: said(input.evidence),
    };
    const facts = assessScopeFacts(command.evidence);
    const ruling = { incident, rule: assessScope, command, facts };
    return this.incidents.command(ruling, { input, context });
  }
}

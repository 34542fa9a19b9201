import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, Min } from 'class-validator';
import { Event } from '../../../platform/graphql/event.js';
import { IsTypeId } from '../../../platform/graphql/input-rules.js';
import type { Newable } from '../../../platform/graphql/newable.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { ImpactStartSource, ScopeAudience, ScopeExtent, SegmentKind } from '../enums.js';

@InputType({ isOneOf: true, description: 'A revision of a scope.' })
export class ScopeRevisionInput {
  @Field(() => Int, { nullable: true, description: 'Its number: 1 is the oldest.' })
  @IsOptional()
  @Min(1)
  number?: number | null;

  @Field(() => ID, { nullable: true, description: 'Its event.' })
  @IsOptional()
  @IsTypeId('evt')
  event?: string | null;
}

/** The type of the schema for a field that differs. */
const differing = (name: string, what: string, type: object): Newable => {
  @ObjectType(name, { description: `${what}, before and after.` })
  class Differing {
    @Field(() => type as Newable, { nullable: true, description: 'Null: it was not said.' })
    before!: unknown;

    @Field(() => type as Newable, { nullable: true, description: 'Null: it is not said any more.' })
    after!: unknown;
  }
  return Differing;
};

const extent = differing('ScopeExtentDiff', 'How much is affected', ScopeExtent);
const audience = differing('ScopeAudienceDiff', 'Whom it affects', ScopeAudience);
const count = differing('ScopeEstimateDiff', 'About how many people are affected', Int);
const time = differing('ImpactStartDiff', 'When users began to be hurt', DateTime);
const source = differing('ImpactStartSourceDiff', 'How the start is known', ImpactStartSource);
const words = differing('ScopeSummaryDiff', 'The scope in words', String);

@ObjectType({ description: 'What a list lost and gained.' })
class ScopeListDiff {
  @Field(() => [String], { description: 'What was added.' })
  added!: readonly string[];

  @Field(() => [String], { description: 'What was removed.' })
  removed!: readonly string[];
}

@ObjectType({ description: 'What the groups of users of one kind lost and gained.' })
class ScopeSegmentDiff extends ScopeListDiff {
  @Field(() => SegmentKind, { description: 'What the users of these groups have in common.' })
  kind!: string;
}

@ObjectType({ description: 'What changed from one revision of a scope to another.' })
export class ScopeDiff {
  @Field(() => Event, { description: 'The revision that is compared with.' })
  from!: object;

  @Field(() => Event, { description: 'The revision that is compared.' })
  to!: object;

  @Field({ description: 'Whether the scope got wider or narrower, in one sentence.' })
  sentence!: string;

  @Field(() => extent, { nullable: true, description: 'Null: unchanged.' })
  extent!: object | null;

  @Field(() => ScopeListDiff, { description: 'The affected features.' })
  features!: ScopeListDiff;

  @Field(() => audience, { nullable: true, description: 'Null: unchanged.' })
  affected!: object | null;

  @Field(() => [ScopeSegmentDiff], { description: 'The kinds of groups that changed.' })
  segments!: readonly ScopeSegmentDiff[];

  @Field(() => count, { nullable: true, description: 'Null: unchanged.' })
  estimate!: object | null;

  @Field(() => time, { nullable: true, description: 'Null: unchanged.' })
  impactStartedAt!: object | null;

  @Field(() => source, { nullable: true, description: 'Null: unchanged.' })
  impactStartSource!: object | null;

  @Field(() => words, { nullable: true, description: 'Null: unchanged.' })
  summary!: object | null;
}

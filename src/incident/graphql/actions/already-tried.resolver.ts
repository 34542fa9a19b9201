import { Args, ArgsType, Context, Field, Int, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, Max, Min } from 'class-validator';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsLine, IsProse } from '../../../platform/graphql/input-rules.js';
import { AttemptReads } from '../../reads/attempts.reads.js';
import type { Mode } from '../../domain/choices.js';
import { ActionKind, IncidentMode } from '../enums.js';
import { Attempt } from './attempts.type.js';

@ArgsType()
class AlreadyTriedArgs {
  @Field({ description: 'A target or an alias, as `service/checkout`.' })
  @IsLine(300)
  target!: string;

  @Field(() => ActionKind, {
    nullable: true,
    description: 'On the target and around it, only this was done.',
  })
  kind?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words that the attempt may have: those of the target unless given.',
  })
  @IsOptional()
  @IsProse(500)
  text?: string | null;

  @Field(() => [IncidentMode], {
    nullable: true,
    description: 'In incidents of these modes: what has happened, and no drills, unless given.',
  })
  @IsOptional()
  @ArrayMaxSize(3)
  mode?: Mode[] | null;

  @Field(() => Int, { nullable: true, description: 'How many at most: 10 unless given, up to 50.' })
  @IsOptional()
  @Min(1)
  @Max(50)
  first?: number | null;
}

@Resolver()
export class AlreadyTriedResolver {
  constructor(private readonly attempts: AttemptReads) {}

  @OpenToGuests(true)
  @Requires('VIEWER')
  @Query(() => [Attempt], {
    description:
      'Did we try that already? What was done to the target, newest first; then to parts of it and to what it is a part of; then what has similar words. In this and all past incidents that you see.',
  })
  alreadyTried(
    @Args() { target, kind, text, mode: modes, first }: AlreadyTriedArgs,
    @Context() context: OperationContext,
  ) {
    return this.attempts.alreadyTried(context, { target, kind, text, modes, first: first ?? 10 });
  }
}

import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { said } from '../../../platform/graphql/command-input.js';
import { IsInput, IsLine, IsTypeId } from '../../../platform/graphql/input-rules.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import type {
  FollowUpKind as Kind,
  FollowUpState as State,
} from '../../domain/follow-ups/choices.js';
import type { FollowUpFilter } from '../../views/follow-ups.query.js';
import { FollowUpKind, FollowUpState } from './follow-up.type.js';
import { TicketKeyInput } from './inputs.js';

@InputType({ description: 'Which follow-ups to list. All that is given has to hold.' })
export class FollowUpWhere {
  @Field(() => [FollowUpState], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMaxSize(10)
  state?: State[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: open, and should be done by now. False: all others.',
  })
  overdue?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Owned by this member.' })
  @IsOptional()
  @IsTypeId('mem')
  owner?: string | null;

  @Field(() => String, { nullable: true, description: 'Owned by this team.' })
  @IsOptional()
  @IsLine(200)
  team?: string | null;

  @Field(() => [FollowUpKind], { nullable: true, description: 'Of one of these kinds.' })
  @IsOptional()
  @ArrayMaxSize(10)
  kind?: Kind[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Which should be done before then.' })
  dueBefore?: string | null;

  @Field(() => TicketKeyInput, { nullable: true, description: 'With this ticket.' })
  @IsOptional()
  @IsInput(() => TicketKeyInput)
  ticket?: TicketKeyInput | null;
}

export const filterOf = (where: FollowUpWhere | null | undefined): FollowUpFilter => ({
  state: said(where?.state),
  overdue: said(where?.overdue),
  owner: said(where?.owner),
  team: said(where?.team),
  kind: said(where?.kind),
  dueBefore: said(where?.dueBefore),
  ticket: said(where?.ticket),
});

import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { said } from '../../../platform/graphql/command-input.js';
import { IsLine, IsTypeId, IsWebAddress } from '../../../platform/graphql/input-rules.js';
import type { Ticket } from '../../domain/follow-ups/follow-up.js';

@InputType({ isOneOf: true, description: 'Who sees to a follow-up.' })
export class FollowUpOwnerInput {
  @Field(() => ID, { nullable: true, description: 'A member. It gives them no sight.' })
  @IsOptional()
  @IsTypeId('mem')
  member?: string | null;

  @Field(() => String, { nullable: true, description: 'A team, by its name.' })
  @IsOptional()
  @IsLine(200)
  team?: string | null;
}

@InputType({ description: 'A ticket by its name in another system.' })
export class TicketKeyInput {
  @Field({ description: 'The other system, as `jira`. Upper case counts.' })
  @IsLine(80)
  system!: string;

  @Field({ description: 'What the ticket is called there, as `OPS-42`.' })
  @IsLine(200)
  key!: string;
}

@InputType({ description: 'What another system keeps of a follow-up.' })
export class TicketInput extends TicketKeyInput {
  @Field(() => String, { nullable: true, description: 'Where to open it: https or http.' })
  @IsOptional()
  @IsWebAddress(2_000)
  url?: string | null;
}

export const ownerOf = (given: FollowUpOwnerInput | null | undefined) => ({
  owner: said(given?.member),
  team: said(given?.team),
});

export const ticketOf = (given: TicketInput | null | undefined): Ticket | undefined =>
  given ? { system: given.system, key: given.key, url: said(given.url) } : undefined;

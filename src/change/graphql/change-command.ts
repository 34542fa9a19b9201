import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { CommandInput, said } from '../../platform/graphql/command-input.js';
import { IsInput, IsLine, IsWebAddress } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import type { ChangeStatus as Status } from '../domain/choices.js';
import { Change } from './change.type.js';
import { ChangeStatus } from './enums.js';

@InputType({ description: 'Where to read more about a change.' })
class ChangeLinkInput {
  @Field({ description: 'What is to be read there, in up to 200 characters.' })
  @IsLine(200)
  title!: string;

  @Field({ description: 'The address, with http or https.' })
  @IsWebAddress(2_000)
  url!: string;
}

/** What both recording and revising may say. */
@InputType({ isAbstract: true })
export abstract class ChangeCommandInput extends CommandInput {
  @Field(() => String, { nullable: true, description: 'The service that was changed.' })
  @IsOptional()
  @IsLine(100)
  service?: string | null;

  @Field(() => String, { nullable: true, description: 'The version that it brought.' })
  @IsOptional()
  @IsLine(200)
  release?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it was changed, as `production`.' })
  @IsOptional()
  @IsLine(100)
  environment?: string | null;

  @Field(() => String, { nullable: true, description: 'Who did it, as the other system has it.' })
  @IsOptional()
  @IsLine(200)
  by?: string | null;

  @Field(() => [ChangeLinkInput], { nullable: true, description: 'Where to read more: up to 10.' })
  @IsOptional()
  @ArrayMaxSize(10)
  @IsInput(() => ChangeLinkInput)
  links?: ChangeLinkInput[] | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was through.' })
  finishedAt?: string | null;

  @Field(() => ChangeStatus, { nullable: true, description: 'How it ended.' })
  status?: Status | null;
}

@ObjectType({ isAbstract: true, implements: () => [Recorded] })
export abstract class ChangePayload extends Recorded {
  @Field(() => Change, {
    nullable: true,
    description: 'The change as it stands after the command; null if there is none.',
  })
  change!: Change | null;
}

/** The words of an input, as the domain has them. */
export const wordsOf = (input: ChangeCommandInput) => ({
  service: said(input.service),
  release: said(input.release),
  environment: said(input.environment),
  by: said(input.by),
  links: said(input.links)?.map(({ title, url }) => ({ title, url })),
  finishedAt: said(input.finishedAt),
  changeStatus: said(input.status),
});

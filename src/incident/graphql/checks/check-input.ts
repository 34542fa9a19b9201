import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, Matches } from 'class-validator';
import { IsTypeId } from '../../../platform/graphql/input-rules.js';
import type { CheckVerdict as Verdict } from '../../domain/checks/choices.js';
import { IncidentCommandInput } from '../command.js';
import { CheckVerdict } from './check.type.js';

/** The key of a check. */
export const IsCheckKey = (each = false): PropertyDecorator =>
  Matches(/^[a-z0-9-]{1,40}$/, { each, message: 'must be 1 to 40 of a-z, 0-9 and "-"' });

/** A command on one of the checks of an incident. */
@InputType({ isAbstract: true })
export abstract class CheckCommandInput extends IncidentCommandInput {
  @Field({ description: 'The key of the check, as `database`.' })
  @IsCheckKey()
  check!: string;
}

/** Says what a check came to, and what shows it. */
@InputType({ isAbstract: true })
export abstract class CheckFindingInput extends CheckCommandInput {
  @Field(() => CheckVerdict, { description: 'What it came to.' })
  verdict!: Verdict;

  @Field(() => [ID], { nullable: true, description: 'The entries of the log that show it.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsTypeId('evt', { each: true })
  evidence?: string[] | null;
}

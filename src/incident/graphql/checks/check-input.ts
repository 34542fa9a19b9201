import { Field, InputType } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { IncidentCommandInput } from '../command.js';

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

import { Args, Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional, Min } from 'class-validator';
import type { OperationContext } from './context.js';
import { badUserInput } from './errors.js';
import { IsInput, IsKey, IsLine, IsTypeId } from './input-rules.js';
import { DateTime } from './scalars.js';

@InputType({ description: 'How another system knows somebody.' })
export class ExternalIdInput {
  @Field({ description: 'The other system, as slack.' })
  @IsLine(80)
  system!: string;

  @Field({ description: 'The id that it has there.' })
  @IsLine(200)
  id!: string;
}

@InputType({ isOneOf: true, description: 'Whom a tool acts for; its token has the scope ACT_AS.' })
export class ActorInput {
  @Field(() => ID, { nullable: true, description: 'A member.' })
  @IsOptional()
  @IsTypeId('mem')
  member?: string | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'A member by the id that another system has for them.',
  })
  @IsOptional()
  @IsInput(() => ExternalIdInput)
  externalId?: ExternalIdInput | null;
}

/** What every command may say beside itself. */
@InputType({ isAbstract: true })
export abstract class CommandInput {
  @Field(() => String, {
    nullable: true,
    description: 'A repeat of the same key answers as the first did, and records nothing.',
  })
  @IsOptional()
  @IsKey()
  idempotencyKey?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Refuse the command if the thing does not have this version.',
  })
  @IsOptional()
  @Min(0)
  expectedVersion?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it happened: now unless given.' })
  occurredAt?: string | null;

  @Field(() => ActorInput, { nullable: true, description: 'On whose behalf a tool acts.' })
  @IsOptional()
  @IsInput(() => ActorInput)
  actor?: ActorInput | null;
}

/** The one argument of a mutation: `@Input() input: AddNoteInput`. */
export const Input = (): ParameterDecorator => Args('input', { description: 'What to do.' });

/** The idempotency key of a command, from its input or the request's header. */
export const keyOf = (
  input: CommandInput,
  { idempotencyKey: header }: Pick<OperationContext, 'idempotencyKey'>,
): string | undefined => {
  const given = input.idempotencyKey ?? undefined;
  if (given !== undefined && header !== undefined && given !== header) {
    const message = 'differs from the header Idempotency-Key';
    throw badUserInput([{ path: ['input', 'idempotencyKey'], message }]);
  }
  return given ?? header;
};

/** Domain commands know no null: what is not said is left out. */
export const said = <T>(value: T | null | undefined): T | undefined => value ?? undefined;

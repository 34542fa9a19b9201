import { Field, InterfaceType, ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from './context.js';
import { encodeFeedCursor } from './cursor.js';
import { Event } from './event.js';
import { Notice } from './notice.js';
import { Refusal } from './refusal.js';
import { Cursor, Position } from './scalars.js';

/** What every mutation answers with; a payload type adds the thing that the command was about. */
@InterfaceType({ description: 'What came of a command.' })
export abstract class Recorded {
  @Field(() => [Event], {
    description:
      'What was recorded, in order. Empty if it was already true. Of a command that was refused, only that a guardrail stopped it.',
  })
  events!: readonly object[];

  @Field(() => Position, { description: 'The ledger’s position once the command was done.' })
  position!: number;

  @Field(() => Cursor, { description: 'Resume a subscription after this command.' })
  cursor!: string;

  @Field({ description: 'Whether this answers a repeat of an idempotency key.' })
  replayed!: boolean;

  @Field(() => [Refusal], { description: 'Why it was not done, if a rule refused.' })
  refusals!: readonly object[];

  @Field(() => [Notice], { description: 'What you should know although it was accepted.' })
  notices!: readonly object[];
}

@Resolver(() => Recorded)
export class RecordedResolver {
  @ResolveField()
  async cursor(
    { position }: Recorded,
    _args: unknown,
    { viewer: { organization }, epoch }: OperationContext,
  ): Promise<string> {
    return encodeFeedCursor({ organization, position, epoch: await epoch() });
  }
}

import { ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from './context.js';
import { Refusal } from './refusal.js';

const ids = /\b[a-z]{2,10}_[0-9a-z]{26}\b/g;

/** Rules know ids; people are told the names that the ids stand for. */
@Resolver(() => Refusal)
export class RefusalResolver {
  @ResolveField()
  async message(
    { message }: Refusal,
    _args: unknown,
    { names }: OperationContext,
  ): Promise<string> {
    const named = new Map(
      await Promise.all(
        (message.match(ids) ?? []).map(async (id) => [id, await names.load(id)] as const),
      ),
    );
    return message.replace(ids, (id) => named.get(id) ?? id);
  }
}

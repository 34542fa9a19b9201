import { ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from './context.js';
import { Notice } from './notice.js';
import { Refusal } from './refusal.js';
import { spoken } from './spoken.js';

/** Rules know ids; people are told the names that the ids stand for. */
@Resolver(() => Refusal)
export class RefusalResolver {
  @ResolveField()
  message({ message }: Refusal, _args: unknown, context: OperationContext): Promise<string> {
    return spoken(message, context);
  }
}

@Resolver(() => Notice)
export class NoticeResolver {
  @ResolveField()
  message({ message }: Notice, _args: unknown, context: OperationContext): Promise<string> {
    return spoken(message, context);
  }
}

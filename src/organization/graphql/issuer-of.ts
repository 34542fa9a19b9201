import { keyOf, type CommandInput } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import type { ActingService } from '../acting.service.js';
import type { Issuer } from '../issuer.js';

/** Who gives the command of an admin's mutation, and under which idempotency key. */
export const issuerOf = async (
  acting: ActingService,
  command: string,
  input: CommandInput,
  context: OperationContext,
): Promise<Issuer> => {
  const key = keyOf(input, context);
  const { idempotencyKey: _key, ...rest } = input;
  return {
    actor: await acting.actorFor(input, context, 'ADMIN'),
    via: context.viewer.token,
    correlationId: context.requestId,
    occurredAt: input.occurredAt ?? undefined,
    expectedVersion: input.expectedVersion ?? undefined,
    ...(key !== undefined && { idempotency: { key, request: { command, input: rest } } }),
  };
};

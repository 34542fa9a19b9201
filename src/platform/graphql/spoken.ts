import type { OperationContext } from './context.js';

const ids = /\b[a-z]{2,10}_[0-9a-z]{26}\b/g;

/** A message with the names that people know instead of the ids; an unknown id stays. */
export const spoken = async (
  message: string,
  { names }: Pick<OperationContext, 'names'>,
): Promise<string> => {
  const named = new Map(
    await Promise.all(
      (message.match(ids) ?? []).map(async (id) => [id, await names.load(id)] as const),
    ),
  );
  return message.replace(ids, (id) => named.get(id) ?? id);
};

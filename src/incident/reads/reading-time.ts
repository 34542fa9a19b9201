import type { Instant } from '../../kernel/instant.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { perOperation } from '../../platform/graphql/per-operation.js';

const askFor = async ({ reads }: OperationContext): Promise<Instant> => {
  const [row] = await reads.query<{ now: Instant }>(
    'select bridgelog.instant(bridgelog.bridgelog_now()) as now',
    [],
  );
  if (!row) throw new Error('the clock answers one row');
  return row.now;
};

/** The database's time, one for all that an operation reads. */
export const readingTime = perOperation(askFor);

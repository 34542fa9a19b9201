import type { Instant } from '../../kernel/instant.js';
import type { OperationContext } from '../../platform/graphql/context.js';

const times = new WeakMap<OperationContext, Promise<Instant>>();

/** The database's time, one for all that an operation reads. */
export const readingTime = (context: OperationContext): Promise<Instant> => {
  const known = times.get(context);
  if (known) return known;
  const asked = askFor(context);
  times.set(context, asked);
  return asked;
};

const askFor = async ({ reads }: OperationContext): Promise<Instant> => {
  const [row] = await reads.query<{ now: Instant }>(
    'select bridgelog.instant(bridgelog.bridgelog_now()) as now',
    [],
  );
  if (!row) throw new Error('the clock answers one row');
  return row.now;
};

import type { InlineRow } from '../kernel/stream.js';

/** One patch for each row, the later columns over the earlier: append can write no row twice. */
export const oncePerRow = (rows: readonly InlineRow[]): readonly InlineRow[] => {
  const patches = new Map<string, InlineRow>();
  for (const row of rows) {
    const key = `${row.table} ${row.id}`;
    patches.set(key, { ...row, columns: { ...patches.get(key)?.columns, ...row.columns } });
  }
  return [...patches.values()];
};

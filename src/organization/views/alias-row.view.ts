import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { OrganizationEvent } from '../domain/events.js';

/** An alias that was removed stays as a row without a target. */
export const aliasRows = (
  events: readonly FoldedEvent<OrganizationEvent>[],
): readonly InlineRow[] =>
  events.flatMap((event) => {
    if (event.type === 'TargetAliased') return [aliasRow(event.data.alias, event.data.target)];
    if (event.type === 'TargetAliasRemoved') return [aliasRow(event.data.alias, null)];
    return [];
  });

const aliasRow = (alias: string, target: string | null): InlineRow => ({
  table: 'target_aliases',
  id: alias,
  columns: { target },
});

import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { ChangeEvent } from '../domain/events.js';

type Happened = FoldedEvent<ChangeEvent>;

/** A change as lists show it: written when it is recorded, and again with each revision. */
export const changeRows = (events: readonly Happened[]): readonly InlineRow[] =>
  events.map((event) => ({
    table: 'changes',
    id: event.data.change,
    columns: { ...standing(event), ...(event.type === 'ChangeRecorded' && fixed(event)) },
  }));

const standing = ({ data, version }: Happened) => ({
  version,
  title: data.title,
  service: data.service ?? null,
  release: data.release ?? null,
  environment: data.environment ?? null,
  done_by: data.by ?? null,
  links: data.links,
  happened_at: data.startedAt,
  finished_at: data.finishedAt ?? null,
  status: data.changeStatus ?? null,
});

const fixed = ({ data, actor }: Extract<Happened, { readonly type: 'ChangeRecorded' }>) => ({
  kind: data.changeKind,
  origin_system: data.origin?.system ?? null,
  origin_id: data.origin?.id ?? null,
  recorded_by: actor.id,
});

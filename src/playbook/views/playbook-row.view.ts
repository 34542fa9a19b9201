import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { PlaybookEvent } from '../domain/events.js';

type Happened = FoldedEvent<PlaybookEvent>;
type Published = Extract<Happened, { readonly type: 'PlaybookVersionPublished' }>;

/** A playbook as lists show it, and each of its versions, which are written once. */
export const playbookRows = (events: readonly Happened[], playbook: string): readonly InlineRow[] =>
  events.flatMap((event) => {
    switch (event.type) {
      case 'PlaybookCreated':
        return [];
      case 'PlaybookVersionPublished':
        return [latest(event, playbook), version(event, playbook)];
      case 'PlaybookRetired':
        return [{ table: 'playbooks', id: playbook, columns: { retired: true } }];
    }
  });

const latest = ({ data }: Published, id: string): InlineRow => ({
  table: 'playbooks',
  id,
  columns: {
    name: data.playbookName,
    version: data.playbookVersion,
    retired: false,
    applies_to: data.content.appliesTo,
  },
});

const version = ({ data, actor, occurredAt }: Published, playbook: string): InlineRow => ({
  table: 'playbook_versions',
  id: `${data.playbookName}@${data.playbookVersion}`,
  columns: {
    ...{ playbook, name: data.playbookName, version: data.playbookVersion },
    ...{ content: data.content, published_by: actor.id, published_at: occurredAt },
  },
});

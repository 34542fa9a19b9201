import type { FoldedEvent } from '../../kernel/event.js';
import type { PlaybookEvent } from './events.js';

/** A playbook of an organization, from its first version on. */
export type CreatedPlaybook = {
  readonly status: 'created' | 'retired';
  readonly name: string;
  /** Of the latest version; 0 until the first is published, with the event that creates it. */
  readonly version: number;
  /** The events that published the first version and the latest, which hold what they say. */
  readonly first: string | null;
  readonly latest: string | null;
};
/** The head of a playbook. What it says stands in its events. */
export type PlaybookStream = { readonly status: 'uncreated' } | CreatedPlaybook;

type Happened = FoldedEvent<PlaybookEvent>;

export const initialPlaybook: PlaybookStream = { status: 'uncreated' };

/** Whether the event makes sense in this state. */
export const applies = (playbook: PlaybookStream, event: Happened): boolean => {
  if (playbook.status === 'uncreated') return event.type === 'PlaybookCreated';
  if (event.type === 'PlaybookCreated' || playbook.status === 'retired') return false;
  return event.type === 'PlaybookRetired' || event.data.playbookVersion === playbook.version + 1;
};

export const evolve = (playbook: PlaybookStream, event: Happened): PlaybookStream => {
  if (!applies(playbook, event)) return playbook;
  if (event.type === 'PlaybookCreated')
    return {
      ...{ status: 'created', name: event.data.playbookName },
      ...{ version: 0, first: null, latest: null },
    };
  if (playbook.status === 'uncreated') return playbook;
  switch (event.type) {
    case 'PlaybookVersionPublished':
      return {
        ...playbook,
        version: event.data.playbookVersion,
        first: playbook.first ?? event.id,
        latest: event.id,
      };
    case 'PlaybookRetired':
      return { ...playbook, status: 'retired' };
  }
};

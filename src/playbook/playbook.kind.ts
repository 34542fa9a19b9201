import type { StreamKind } from '../kernel/stream.js';
import { playbookEvents, type PlaybookEvent } from './domain/events.js';
import { applies, evolve, initialPlaybook, type PlaybookStream } from './domain/stream.js';
import { playbookRows } from './views/playbook-row.view.js';

export const playbookKind: StreamKind<PlaybookStream, PlaybookEvent> = {
  type: 'playbook',
  events: playbookEvents,
  initial: initialPlaybook,
  evolve,
  applies,
  rows: ({ streamId, events }) => playbookRows(events, streamId),
};

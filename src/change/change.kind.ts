import type { StreamKind } from '../kernel/stream.js';
import { applies, evolve, initialChange, type Change } from './domain/change.js';
import { changeEvents, type ChangeEvent } from './domain/events.js';
import { changeRows } from './views/change-row.view.js';

export const changeKind: StreamKind<Change, ChangeEvent> = {
  type: 'change',
  events: changeEvents,
  initial: initialChange,
  evolve,
  applies,
  rows: ({ events }) => changeRows(events),
};

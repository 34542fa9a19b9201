import type { Group } from './group.js';

const mostGroups = 256;
const mostBytes = 1_048_576;

/** A group that waits for its turn. */
export type Waiting = {
  readonly group: Group;
  /** The size of its text, in characters. */
  readonly bytes: number;
  /** What one call may touch once. */
  readonly touches: readonly string[];
};

/** A group with what there is to know about it before it is sent. */
export const waiting = (group: Group): Waiting => ({
  group,
  bytes: weigh(group),
  touches: touches(group),
});

const touches = (group: Group): string[] => [
  ...group.items.map((item) => `stream ${group.organization} ${item.streamId}`),
  ...(group.key ? [`key ${group.organization} ${group.key.scope} ${group.key.key}`] : []),
  ...new Set(
    (group.reservations ?? [])
      .filter((change) => change.op !== 'release')
      .map((change) => `space ${group.organization} ${change.space}`),
  ),
];

const weigh = (group: Group): number =>
  group.items.reduce(
    (sum, item) =>
      sum +
      item.state.length +
      item.events.reduce((payloads, event) => payloads + event.payload.length + 200, 0),
    0,
  );

/**
 * Takes the next batch out of the queue, oldest first: at most 256 groups or 1 MiB (or one
 * group that is larger). A group that touches what the batch already touches stays for the
 * next one, and so does everything behind it on the same thing.
 */
export const takeBatch = <W extends Waiting>(queue: W[]): W[] => {
  const batch: W[] = [];
  const left: W[] = [];
  const touched = new Set<string>();
  let bytes = 0;
  let seen = 0;
  for (const next of queue) {
    if (batch.length >= mostGroups) break;
    const free = !next.touches.some((thing) => touched.has(thing));
    if (free && batch.length > 0 && bytes + next.bytes > mostBytes) break;
    seen += 1;
    for (const thing of next.touches) touched.add(thing);
    (free ? batch : left).push(next);
    if (free) bytes += next.bytes;
  }
  queue.splice(0, seen, ...left);
  return batch;
};

import type { Group } from './group.js';

const mostGroups = 256;
const mostBytes = 1_048_576;

/** A group that waits for its turn, with what it weighs. */
export type Waiting = { readonly group: Group; readonly bytes: number };

/** What a batch already touches: one call may touch each of these once. */
const touches = (group: Group): string[] => [
  ...group.items.map((item) => `stream ${group.organization} ${item.streamId}`),
  ...(group.key ? [`key ${group.organization} ${group.key.scope} ${group.key.key}`] : []),
  ...new Set(
    (group.reservations ?? [])
      .filter((change) => change.op === 'take')
      .map((change) => `space ${group.organization} ${change.space}`),
  ),
];

/** The size of a group's text, in characters. */
export const weigh = (group: Group): number =>
  group.items.reduce(
    (sum, item) =>
      sum +
      item.state.length +
      item.events.reduce((payloads, event) => payloads + event.payload.length + 200, 0),
    0,
  );

/**
 * Takes the next batch out of the queue, oldest first: at most 256 groups or 1 MiB. A group
 * that touches what the batch already touches stays for the next one, and so does everything
 * behind it on the same thing.
 */
export const takeBatch = <W extends Waiting>(queue: W[]): W[] => {
  const batch: W[] = [];
  const left: W[] = [];
  const touched = new Set<string>();
  let bytes = 0;
  let taken = 0;
  for (const waiting of queue) {
    if (batch.length >= mostGroups || (batch.length > 0 && bytes + waiting.bytes > mostBytes))
      break;
    taken += 1;
    const touching = touches(waiting.group);
    const free = !touching.some((thing) => touched.has(thing));
    for (const thing of touching) touched.add(thing);
    (free ? batch : left).push(waiting);
    if (free) bytes += waiting.bytes;
  }
  queue.splice(0, taken, ...left);
  return batch;
};

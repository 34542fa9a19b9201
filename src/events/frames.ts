import type { StoredEvent } from '../kernel/event.js';

/** What one message of the stream says. */
export type Frame = {
  readonly kind: 'READY' | 'EVENT' | 'CAUGHT_UP' | 'PROGRESS';
  /** The position that the stream has come to. */
  readonly position: number;
  /** The position of the frame before; null in the first. */
  readonly previous: number | null;
  readonly event: StoredEvent | null;
};

/** Positions that a filtered stream may pass over before it says how far it has come. */
const mostPassedOver = 1_000;

/**
 * Turns batches of a ledger into the frames of one subscriber: READY, the events that it is to
 * see, CAUGHT_UP once the backlog is over, PROGRESS where it sees nothing for long.
 */
export async function* framesOf(
  batches: AsyncIterable<readonly StoredEvent[]>,
  after: number,
  /** The head of the ledger when the stream began: the backlog ends there. */
  head: number,
  /** Asked just before an event is sent, and not earlier: its answer may change. */
  wanted: (event: StoredEvent) => Promise<boolean>,
): AsyncGenerator<Frame, void> {
  const stream = new FrameStream();
  yield stream.frame('READY', after);
  let isBehind = after < head;
  if (!isBehind) yield stream.frame('CAUGHT_UP', after);
  for await (const batch of batches) {
    for (const event of batch) {
      const { position } = event;
      if (await wanted(event)) yield stream.frame('EVENT', position, event);
      else if (stream.passedOver(position) >= mostPassedOver) {
        yield stream.frame('PROGRESS', position);
      }
      if (isBehind && position >= head) {
        isBehind = false;
        yield stream.frame('CAUGHT_UP', position);
      }
    }
  }
}

/** Links each frame to the one before it. */
class FrameStream {
  private last: number | null = null;

  frame(kind: Frame['kind'], position: number, event: StoredEvent | null = null): Frame {
    const previous = this.last;
    this.last = position;
    return { kind, position, previous, event };
  }

  /** Positions since the last frame. */
  passedOver(position: number): number {
    return position - (this.last ?? 0);
  }
}

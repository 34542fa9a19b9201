import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '../kernel/event.js';
import { readEventsById } from '../ledger/event-queries.js';
import { Ledger } from '../ledger/ledger.js';
import { sightOf, type Viewer } from '../platform/access/viewer.js';
import { ReadSessions, type ReadSession } from '../platform/database/read-session.js';
import { decodeFeedCursor, encodeFeedCursor } from '../platform/graphql/cursor.js';
import { resync } from '../platform/graphql/errors.js';
import { framesOf, type Frame } from './frames.js';
import { SubscriberSight } from './subscriber-sight.js';

/** A frame as it is sent: positions as cursors. */
export type SentFrame = Pick<Frame, 'kind' | 'event'> & {
  readonly cursor: string;
  readonly previous: string | null;
};

export type Wanted = {
  /** The cursor to resume after; undefined: from now on. */
  readonly after: string | undefined;
  readonly incident: string | undefined;
  /** Which of those; undefined: all. */
  readonly only?: (event: StoredEvent) => boolean;
};

/** The events of an organization, as they come and as they were. */
@Injectable()
export class EventsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly sessions: ReadSessions,
  ) {}

  /** Throws RESYNC for a cursor of a history that this ledger does not have. */
  async subscribe(
    viewer: Viewer,
    { after, incident, only = () => true }: Wanted,
    signal: AbortSignal,
  ): Promise<AsyncGenerator<SentFrame, void>> {
    const { organization } = viewer;
    const from = after === undefined ? undefined : decodeFeedCursor(after, organization);
    const head = (await this.ledger.feed.head(organization)) ?? { epoch: 1, position: 0 };
    if (from && (from.epoch !== head.epoch || from.position > head.position)) {
      throw resync('The cursor is of a history that was undone: read the state anew, then resume');
    }
    const start = from?.position ?? head.position;
    const batches = this.ledger.feed.follow(organization, start, signal);
    const sight = this.sightOf(
      viewer,
      this.ledger.feed.follow(organization, head.position, signal),
    );
    const mayAndWantsTo = async (event: StoredEvent) =>
      (incident === undefined || event.streamId === incident) &&
      only(event) &&
      maySee(viewer, event) &&
      sight.sees(event);
    const cursor = (position: number) =>
      encodeFeedCursor({ organization, epoch: head.epoch, position });
    return sent(framesOf(batches, start, head.position, mayAndWantsTo), cursor);
  }

  private sightOf(viewer: Viewer, feed: AsyncIterable<readonly StoredEvent[]>): SubscriberSight {
    const sight = new SubscriberSight(this.sessions, viewer.organization, sightOf(viewer));
    sight.watch(feed).catch((error: unknown) => this.ledger.alarm('sight', error as Error));
    return sight;
  }

  /** The events with these ids that the viewer may see. */
  async byId(
    viewer: Viewer,
    reads: ReadSession,
    ids: readonly string[],
  ): Promise<readonly StoredEvent[]> {
    const rows = await readEventsById(reads, viewer.organization, ids);
    return (await this.ledger.reader.decode(rows)).filter((event) => maySee(viewer, event));
  }
}

/** Who is a member and what tokens there are is for admins. */
const maySee = ({ role }: Viewer, { streamType }: StoredEvent): boolean =>
  streamType === 'incident' || streamType === 'change' || role === 'ADMIN';

async function* sent(
  frames: AsyncIterable<Frame>,
  cursor: (position: number) => string,
): AsyncGenerator<SentFrame, void> {
  for await (const { kind, event, position, previous } of frames) {
    yield {
      kind,
      event,
      cursor: cursor(position),
      previous: previous === null ? null : cursor(previous),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { readVisible } from '../ledger/event-queries.js';
import { AppPool } from '../platform/database/app-pool.js';
import { PoolReadSessions } from '../platform/database/pool-read-sessions.js';
import type { Sight } from '../platform/database/read-session.js';
import type { StoredEvent } from '../kernel/event.js';
import type { IncidentEvent } from './domain/events.js';
import type { Incident } from './domain/incident.js';

type Recorded = {
  readonly streamId: string;
  readonly events: readonly StoredEvent<IncidentEvent>[];
};

/** Tells who sees an incident: the policies of the tables decide, as they do for every read. */
@Injectable()
export class IncidentVisibility {
  private readonly sessions: PoolReadSessions;

  constructor(app: AppPool) {
    this.sessions = new PoolReadSessions(app.pool);
  }

  /** Strict where the state is the head that is decided on. There is nothing to hide of what was never declared. */
  async sees(
    sight: Sight,
    organization: string,
    incident: string,
    state: Incident,
  ): Promise<boolean> {
    if (sight.of === 'ALL' || state.status === 'undeclared') return true;
    if (sight.of === 'OPEN' && !state.restricted) return true;
    return (await this.visible(sight, organization, [incident])).has(incident);
  }

  /** The events of a command, without those that it recorded in an incident which is hidden. */
  async eventsFor(
    sight: Sight,
    organization: string,
    { streamId, events }: Recorded,
  ): Promise<Recorded['events']> {
    const others = events.filter((event) => event.streamId !== streamId);
    if (sight.of === 'ALL' || others.length === 0) return events;
    const incidents = others.map((event) => event.streamId);
    const visible = await this.visible(sight, organization, incidents);
    return events.filter((event) => event.streamId === streamId || visible.has(event.streamId));
  }

  private async visible(sight: Sight, organization: string, incidents: readonly string[]) {
    const reads = this.sessions.open(organization, sight);
    try {
      return await readVisible(reads, organization, incidents);
    } finally {
      await reads.close();
    }
  }
}

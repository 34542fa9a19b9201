import { Injectable } from '@nestjs/common';
import { readVisible } from '../ledger/event-queries.js';
import { AppPool } from '../platform/database/app-pool.js';
import { PoolReadSessions } from '../platform/database/pool-read-sessions.js';
import type { Sight } from '../platform/database/read-session.js';
import type { Incident } from './domain/incident.js';

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
    const reads = this.sessions.open(organization, sight);
    try {
      return (await readVisible(reads, organization, [incident])).has(incident);
    } finally {
      await reads.close();
    }
  }
}

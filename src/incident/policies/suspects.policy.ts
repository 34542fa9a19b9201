import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChangeService } from '../../change/change.service.js';
import { ClocksService } from '../../clocks/clocks.service.js';
import type { Due } from '../../ledger/due-times.js';
import { linkSuspects } from '../domain/suspects/link-suspects.js';
import { windowAfter } from '../domain/suspects/window.js';
import { linkSuspectsFacts } from '../facts/suspects.facts.js';
import { PlaybookService } from '../../playbook/playbook.service.js';
import { IncidentService } from '../incident.service.js';
import { inOrderPerKey } from '../../platform/graphql/in-order-per-key.js';
import { incidentsConcerned } from '../views/links.query.js';

const policy = 'suspects';
/** Incidents that are looked at at the same time for one change. */
const atOnce = 8;

/**
 * Links the changes shortly before an impact to its incident: when the start of the impact was
 * stated or corrected, and when a change came in or got another time. What is to be done stands
 * in the table of due times until it is done.
 */
@Injectable()
export class SuspectsPolicy implements OnModuleInit {
  constructor(
    private readonly clocks: ClocksService,
    private readonly incidents: IncidentService,
    private readonly changes: ChangeService,
    private readonly playbooks: PlaybookService,
  ) {}

  onModuleInit(): void {
    this.clocks.register(policy, (due, signal) =>
      due.subject === 'window'
        ? this.lookBefore(due.streamId, due, signal)
        : this.lookAfter(due, signal),
    );
  }

  /** Until there is nothing left to do: what was recorded may rest on what was true before. */
  private async lookBefore(
    incident: string,
    { organization, cause }: Due,
    signal: AbortSignal,
  ): Promise<void> {
    const facts = linkSuspectsFacts(this.changes, this.playbooks);
    const ruling = { incident, rule: linkSuspects, command: {}, facts };
    const by = { organization, policy, causationId: cause };
    let isThrough = false;
    while (!isThrough) {
      signal.throwIfAborted();
      isThrough = (await this.incidents.policy(ruling, by)).events.length === 0;
    }
  }

  /**
   * Each incident by itself: whatever is done before a crash is found done after it, and one that
   * fails does not hold up the others.
   */
  private async lookAfter(due: Due, signal: AbortSignal): Promise<void> {
    const { organization, streamId, cause } = due;
    const incidents = await this.incidents.read(organization, async (reads) => {
      const change = await this.changes.find(reads, streamId);
      if (!change) throw new Error(`${streamId} is due, but was never recorded`);
      return incidentsConcerned(reads, streamId, windowAfter(change.startedAt));
    });
    const failures: unknown[] = [];
    const look = (incident: string) =>
      this.lookBefore(incident, due, signal).catch((error: unknown) => failures.push(error));
    await inOrderPerKey(incidents, (incident) => [incident], atOnce, look);
    if (failures.length > 0) throw failures[0];
    await this.changes.finishLook(streamId, { organization, policy, causationId: cause });
  }
}

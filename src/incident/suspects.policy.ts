import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChangeService } from '../change/change.service.js';
import { ClocksService } from '../clocks/clocks.service.js';
import type { Due } from '../ledger/due-times.js';
import { linkSuspects } from './domain/suspects/link-suspects.js';
import { windowAfter } from './domain/suspects/window.js';
import { linkSuspectsFacts } from './facts/suspects.facts.js';
import { IncidentService } from './incident.service.js';
import { incidentsConcerned } from './views/links.query.js';

const policy = 'suspects';

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
  ) {}

  onModuleInit(): void {
    this.clocks.register(policy, (due) =>
      due.subject === 'window' ? this.lookBefore(due.streamId, due) : this.lookAfter(due),
    );
  }

  private async lookBefore(incident: string, { organization, cause }: Due): Promise<void> {
    const facts = linkSuspectsFacts(this.changes);
    const ruling = { incident, rule: linkSuspects, command: {}, facts };
    await this.incidents.policy(ruling, { organization, policy, causationId: cause });
  }

  /** Each incident by itself: whatever is done before a crash is found done after it. */
  private async lookAfter(due: Due): Promise<void> {
    const { organization, streamId, cause } = due;
    const found = await this.incidents.read(organization, async (reads) => {
      const change = await this.changes.find(reads, streamId);
      const impact = change && windowAfter(change.startedAt);
      return impact && { change, incidents: await incidentsConcerned(reads, streamId, impact) };
    });
    if (!found) throw new Error(`${streamId} is due, but was never recorded`);
    for (const incident of found.incidents) await this.lookBefore(incident, due);
    await this.changes.finishLook(found.change, { organization, policy, causationId: cause });
  }
}

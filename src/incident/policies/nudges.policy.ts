import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClocksService } from '../../clocks/clocks.service.js';
import { raiseFollowUpOverdue } from '../domain/follow-ups/raise-follow-up-overdue.js';
import { followUpOfClock } from '../domain/follow-ups/reminder.js';
import { raiseNudge } from '../domain/clocks/raise-nudge.js';
import { dueFacts } from '../facts/due.facts.js';
import { followUpFacts } from '../facts/follow-up.facts.js';
import { IncidentService } from '../incident.service.js';

/** Reminds people of what is missing when its time has come. */
@Injectable()
export class NudgesPolicy implements OnModuleInit {
  constructor(
    private readonly clocks: ClocksService,
    private readonly incidents: IncidentService,
  ) {}

  onModuleInit(): void {
    this.clocks.register('nudge', async ({ organization, streamId: incident, subject, cause }) => {
      const by = { organization, policy: 'clock', causationId: cause };
      const followUp = followUpOfClock(subject);
      if (followUp === undefined) {
        const [command, facts] = [{ clock: subject }, dueFacts(subject)];
        await this.incidents.policy({ incident, rule: raiseNudge, command, facts }, by);
      } else {
        const [command, facts] = [{ followUp }, followUpFacts(followUp)];
        await this.incidents.policy({ incident, rule: raiseFollowUpOverdue, command, facts }, by);
      }
    });
  }
}

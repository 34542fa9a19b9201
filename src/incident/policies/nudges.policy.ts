import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClocksService } from '../../clocks/clocks.service.js';
import { raiseNudge } from '../domain/clocks/raise-nudge.js';
import { dueFacts } from '../facts/due.facts.js';
import { IncidentService } from '../incident.service.js';

/** Reminds people of what is missing when its time has come. */
@Injectable()
export class NudgesPolicy implements OnModuleInit {
  constructor(
    private readonly clocks: ClocksService,
    private readonly incidents: IncidentService,
  ) {}

  onModuleInit(): void {
    this.clocks.register('nudge', async ({ organization, streamId, subject, cause }) => {
      await this.incidents.policy(
        {
          incident: streamId,
          rule: raiseNudge,
          command: { clock: subject },
          facts: dueFacts(subject),
        },
        { organization, policy: 'clock', causationId: cause },
      );
    });
  }
}

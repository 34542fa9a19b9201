import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClocksService } from '../../clocks/clocks.service.js';
import { expireLease } from '../domain/actions/expire-lease.js';
import { actionFacts } from '../facts/action.facts.js';
import { IncidentService } from '../incident.service.js';

/** Frees the targets of actions whose lease has run out. */
@Injectable()
export class LeasesPolicy implements OnModuleInit {
  constructor(
    private readonly clocks: ClocksService,
    private readonly incidents: IncidentService,
  ) {}

  onModuleInit(): void {
    this.clocks.register('lease', async ({ organization, streamId, subject, cause }) => {
      const command = { action: subject };
      const ruling = {
        incident: streamId,
        rule: expireLease,
        command,
        facts: actionFacts(subject),
      };
      await this.incidents.policy(ruling, {
        organization,
        policy: 'lease-expiry',
        causationId: cause,
      });
    });
  }
}

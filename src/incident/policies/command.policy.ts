import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClocksService } from '../../clocks/clocks.service.js';
import type { Due } from '../../ledger/due-times.js';
import { expireOffer } from '../domain/command/expire-offer.js';
import { IncidentService } from '../incident.service.js';

/** Ends offers of command that nobody accepted in time. */
@Injectable()
export class CommandPolicy implements OnModuleInit {
  constructor(
    private readonly clocks: ClocksService,
    private readonly incidents: IncidentService,
  ) {}

  onModuleInit(): void {
    this.clocks.register('offer', (due) => this.expire(due));
  }

  private async expire({ organization, streamId, subject, cause }: Due): Promise<void> {
    await this.incidents.policy(
      { incident: streamId, rule: expireOffer, command: { member: subject } },
      { organization, policy: 'offer-expiry', causationId: cause },
    );
  }
}

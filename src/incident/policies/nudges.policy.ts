import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClocksService } from '../../clocks/clocks.service.js';
import type { Due } from '../../ledger/due-times.js';
import { raiseNudge } from '../domain/clocks/raise-nudge.js';
import { startClocks } from '../domain/clocks/start-clocks.js';
import { clockFacts, startClocksFacts } from '../facts/clock.facts.js';
import { IncidentService } from '../incident.service.js';

/** Reminds people of what is missing when its time has come. */
@Injectable()
export class NudgesPolicy implements OnModuleInit {
  constructor(
    private readonly clocks: ClocksService,
    private readonly incidents: IncidentService,
  ) {}

  onModuleInit(): void {
    this.clocks.register('nudge', async (due) => {
      const [command, facts] = [{ clock: due.subject }, clockFacts(due.subject)];
      const ruling = { incident: due.streamId, rule: raiseNudge, command, facts };
      await this.incidents.policy(ruling, byClock(due));
    });
    this.clocks.register('start-clocks', async (due) => {
      const facts = startClocksFacts;
      const ruling = { incident: due.streamId, rule: startClocks, command: {}, facts };
      await this.incidents.policy(ruling, byClock(due));
    });
  }
}

const byClock = ({ organization, cause }: Due) => ({
  organization,
  policy: 'clock',
  causationId: cause,
});

import { Injectable } from '@nestjs/common';
import { AppPool } from '../platform/database/app-pool.js';
import { withinOrganization } from '../platform/database/organization-scope.js';

/** The numbers of incidents, counted per organization. */
@Injectable()
export class IncidentNumbers {
  constructor(private readonly app: AppPool) {}

  /** The next number. One that is drawn and not used leaves a gap; none is given twice. */
  next(organization: string): Promise<number> {
    return withinOrganization(this.app.pool, organization, async (client) => {
      const { rows } = await client.query<{ value: number }>(
        `insert into bridgelog.counters (organization, name, value) values ($1, 'incident', 1)
          on conflict (organization, name) do update set value = counters.value + 1
          returning value`,
        [organization],
      );
      if (!rows[0]) throw new Error('the counter answers one row');
      return rows[0].value;
    });
  }
}

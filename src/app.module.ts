import { Module, type DynamicModule } from '@nestjs/common';
import type pg from 'pg';
import { ChangeModule } from './change/change.module.js';
import { changeEvents } from './change/domain/events.js';
import { ClocksModule } from './clocks/clocks.module.js';
import { EventsModule } from './events/events.module.js';
import { incidentEvents } from './incident/domain/events.js';
import { IncidentModule } from './incident/incident.module.js';
import type { Ledger } from './ledger/ledger.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { organizationEvents } from './organization/domain/events.js';
import { OrganizationModule } from './organization/organization.module.js';
import { playbookEvents } from './playbook/domain/events.js';
import type { AppPool } from './platform/database/app-pool.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { GraphqlPlatform, type GraphqlSettings } from './platform/graphql/graphql.module.js';
import { HealthModule, type Standing } from './platform/health.module.js';

export type AppParts = {
  readonly app: AppPool;
  readonly reads: pg.Pool;
  readonly ledger: Ledger;
  readonly standing: Standing;
  readonly graphql?: Pick<GraphqlSettings, 'schemaFile' | 'sockets'>;
};

/** All of the server, on connections that are open already. */
@Module({})
export class AppModule {
  static with({ app, reads, ledger, standing, graphql }: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.with(app, reads),
        LedgerModule.with(ledger),
        ClocksModule,
        HealthModule.with(standing),
        GraphqlPlatform.forRoot({
          events: [incidentEvents, changeEvents, playbookEvents, organizationEvents],
          imports: [OrganizationModule],
          ...graphql,
        }),
        OrganizationModule,
        IncidentModule,
        ChangeModule,
        EventsModule,
      ],
    };
  }
}

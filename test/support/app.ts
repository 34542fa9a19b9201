import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.js';
import { ClocksService } from '../../src/clocks/clocks.service.js';
import { ApiClient } from '../../src/drill/api-client.js';
import type { Ledger, LedgerOptions } from '../../src/ledger/ledger.js';
import { onTheMachine } from '../../src/organization/issuer.js';
import { OrganizationService } from '../../src/organization/organization.service.js';
import { AppPool } from '../../src/platform/database/app-pool.js';
import type { TestDatabase } from './database.js';

type Role = 'GUEST' | 'VIEWER' | 'RESPONDER' | 'INTEGRATION' | 'ADMIN';

/** Somebody with a token. */
export type Person = {
  readonly member: string;
  readonly token: string;
  readonly api: ApiClient;
};

/** A server in this process, on the database of a test, with an organization. */
export class TestApp {
  private constructor(
    private readonly app: NestFastifyApplication,
    readonly url: string,
    readonly ledger: Ledger,
    readonly organizations: OrganizationService,
    readonly organization: string,
  ) {}

  static async start(
    database: TestDatabase,
    options: Partial<LedgerOptions> & { organization?: string } = {},
  ): Promise<TestApp> {
    const { organization: given, ...ledgerOptions } = options;
    const ledger = database.ledger(ledgerOptions);
    const pool = new AppPool(database.app);
    const standing = { protection: 'full', clock: 'test' } as const;
    const app = await NestFactory.create<NestFastifyApplication>(
      AppModule.with({ app: pool, reads: database.reads, ledger, standing }),
      new FastifyAdapter({ bodyLimit: 1_048_576 }),
      { logger: ['fatal'], abortOnError: false },
    );
    await app.listen(0, '127.0.0.1');
    ledger.start();
    const organizations = new OrganizationService(ledger, pool);
    const organization = given ?? (await organizations.createOrganization('Test')).organization;
    return new TestApp(app, await app.getUrl(), ledger, organizations, organization);
  }

  /** Invites somebody and gives them a token of their own. */
  async person(name: string, role: Role = 'RESPONDER'): Promise<Person> {
    const by = onTheMachine('cli');
    const { member } = await this.organizations.inviteMember(this.organization, { name, role }, by);
    if (member === undefined) throw new Error(`${name} could not be invited`);
    const token = { name: `${name} ${member}`, role, scopes: [], forMember: member };
    const { secret } = await this.organizations.createToken(this.organization, token, by);
    return { member, token: secret ?? '', api: new ApiClient(this.url, secret ?? '') };
  }

  /** Adds a tool and gives it a token. */
  async tool(
    name: string,
    scopes: readonly 'ACT_AS'[] = [],
    role: Role = 'INTEGRATION',
  ): Promise<ApiClient> {
    const by = onTheMachine('cli');
    const { integration } = await this.organizations.addIntegration(
      this.organization,
      { name },
      by,
    );
    if (integration === undefined) throw new Error(`${name} could not be added`);
    const { secret } = await this.organizations.createToken(
      this.organization,
      { name, role, scopes, forIntegration: integration },
      by,
    );
    return new ApiClient(this.url, secret ?? '');
  }

  /** Lets policies do all that is due by the clock of the database. */
  async settle(): Promise<void> {
    await this.app.get(ClocksService).settle();
  }

  async close(): Promise<void> {
    await this.app.close();
  }
}

type Declared = { incident: { id: string } };

/** Declares an incident and gives its id. */
export const declare = async (api: ApiClient, input: object = {}): Promise<string> => {
  const { incident } = await api.send<Declared>(
    'declareIncident',
    { title: 'Checkout is down', severity: 'SEV2', ...input },
    'incident { id }',
  );
  return incident.id;
};

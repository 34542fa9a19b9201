import type { AddressInfo } from 'node:net';
import { Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Ledger } from '../../src/ledger/ledger.js';
import { LedgerModule } from '../../src/ledger/ledger.module.js';
import { organizationEvents } from '../../src/organization/domain/events.js';
import { onTheMachine } from '../../src/organization/issuer.js';
import { OrganizationModule } from '../../src/organization/organization.module.js';
import { OrganizationService } from '../../src/organization/organization.service.js';
import type { Role } from '../../src/platform/access/viewer.js';
import { AppPool } from '../../src/platform/database/app-pool.js';
import { DatabaseModule } from '../../src/platform/database/database.module.js';
import { GraphqlPlatform } from '../../src/platform/graphql/graphql.module.js';
import { TestDatabase } from './database.js';

type Failure = {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
};
type Thing = { readonly id: string; readonly name: string };
type Payload = {
  readonly replayed: boolean;
  readonly events: readonly unknown[];
  readonly refusals: readonly { readonly code: string }[];
  readonly member: Thing;
  readonly integration: Thing;
  readonly token: Thing;
  readonly secret: string;
};
type PageInfo = { readonly startCursor: string; readonly endCursor: string };
type List = { readonly nodes: readonly Thing[]; readonly pageInfo: PageInfo };

/** As if every field were asked for and none null: a test that finds otherwise fails by it. */
type Data = {
  readonly inviteMember: Payload;
  readonly bindIdentity: Payload;
  readonly addIntegration: Payload;
  readonly createToken: Payload;
  readonly revokeToken: Payload;
  readonly members: List;
  readonly tokens: List;
  readonly viewer: { readonly token: Thing };
  readonly node: Thing;
  readonly nodes: readonly Thing[];
};

/** What a request was answered with. */
export type Answer = {
  readonly status: number;
  readonly data: Data | null;
  readonly errors?: readonly Failure[];
};
export type Headers = Readonly<Record<string, string>>;

const machine = onTheMachine('bootstrap');

/** The feature alone, over real HTTP and a database of its own. */
export class OrganizationApp {
  readonly service: OrganizationService;

  private constructor(
    readonly database: TestDatabase,
    readonly ledger: Ledger,
    readonly app: NestFastifyApplication,
    private readonly port: number,
  ) {
    this.service = app.get(OrganizationService, { strict: false });
  }

  static async start(): Promise<OrganizationApp> {
    const database = await TestDatabase.create();
    const ledger = database.ledger();
    @Module({
      imports: [
        DatabaseModule.with(new AppPool(database.app), database.reads),
        LedgerModule.with(ledger),
        GraphqlPlatform.forRoot({ events: [organizationEvents], imports: [OrganizationModule] }),
      ],
    })
    class App {}
    Logger.overrideLogger(false);
    const adapter = new FastifyAdapter({ forceCloseConnections: true });
    const options = { logger: false, abortOnError: false } as const;
    const app = await NestFactory.create<NestFastifyApplication>(App, adapter, options);
    await app.listen(0, '127.0.0.1');
    const { port } = (app.getHttpServer() as { address(): AddressInfo }).address();
    return new OrganizationApp(database, ledger, app, port);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  async ask(
    secret: string,
    query: string,
    variables: object = {},
    headers: Headers = {},
  ): Promise<Answer> {
    const response = await fetch(`http://127.0.0.1:${this.port}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${secret}`,
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
  }

  /** An organization with an admin who has a token, made without HTTP. */
  async newOrganization(name = 'Acme') {
    const { organization } = await this.service.createOrganization(name);
    const admin = await this.newMember(organization, 'Ada', 'ADMIN');
    return { organization, admin: admin.member, secret: admin.secret };
  }

  async newMember(organization: string, name: string, role: Role, email?: string) {
    const person = { name, role, email };
    const { member = '' } = await this.service.inviteMember(organization, person, machine);
    const wanted = { name: `of ${member}`, role, forMember: member };
    const { token = '', secret } = await this.service.createToken(organization, wanted, machine);
    return { member, token, secret: secret ?? '' };
  }

  /** A tool with a token that may act for people. */
  async newTool(organization: string, role: Role = 'INTEGRATION', scopes: 'ACT_AS'[] = ['ACT_AS']) {
    const { integration = '' } = await this.service.addIntegration(
      organization,
      { name: 'Bot' },
      machine,
    );
    const wanted = { name: `of ${integration}`, role, scopes, forIntegration: integration };
    const { token = '', secret } = await this.service.createToken(organization, wanted, machine);
    return { integration, token, secret: secret ?? '' };
  }
}

import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '../kernel/event.js';
import type { LedgerRefusal } from '../ledger/command.js';
import { Ledger } from '../ledger/ledger.js';
import { AppPool } from '../platform/database/app-pool.js';
import { PoolReadSessions } from '../platform/database/pool-read-sessions.js';
import { allIncidents, type ReadSession } from '../platform/database/read-session.js';
import { newId, organizationId, organizationUuid } from '../platform/ids.js';
import { addIntegration, type AddIntegration } from './domain/add-integration.js';
import { bindIdentity, type BindIdentity } from './domain/bind-identity.js';
import { createOrganization } from './domain/create-organization.js';
import { createToken, type CreateToken } from './domain/create-token.js';
import type { OrganizationEvent } from './domain/events.js';
import { inviteMember, type InviteMember } from './domain/invite-member.js';
import type { OrganizationRefusal } from './domain/refusals.js';
import { revokeToken, type RevokeToken } from './domain/revoke-token.js';
import type { OrganizationRule } from './domain/rule.js';
import { setUpOrganization } from './domain/set-up-organization.js';
import { readFacts, type Asked } from './facts.query.js';
import { onTheMachine, type Issuer } from './issuer.js';
import { organizationKind } from './organization.kind.js';
import { hashOf, newSecret } from './secret.js';
import { listMembers, type MemberView } from './views/members.query.js';
import { organizationOf } from './views/organizations.query.js';
import type { Stretch } from './views/stretch.js';
import { listTokens, type TokenView } from './views/tokens.query.js';

/** What came of a command. With refusals, nothing was recorded. */
export type OrganizationRecorded = {
  readonly events: readonly StoredEvent<OrganizationEvent>[];
  readonly position: number;
  readonly replayed: boolean;
  readonly refusals: readonly (OrganizationRefusal | LedgerRefusal)[];
  readonly notices: readonly never[];
};

/** The id of what is made; made here unless the caller brings one. */
type WithOwnId<C, K extends keyof C> = Omit<C, K> & Partial<Pick<C, K>>;

/** A rule with its command, and what the rule has to be told of. */
export type Ruling<C> = {
  readonly rule: OrganizationRule<C>;
  readonly command: C;
  readonly asks?: Asked;
};

/** The front door of organizations, their members and tokens. Organizations are named by UUID. */
@Injectable()
export class OrganizationService {
  private readonly sessions: PoolReadSessions;

  constructor(
    private readonly ledger: Ledger,
    app: AppPool,
  ) {
    this.sessions = new PoolReadSessions(app.pool);
  }

  /** Makes a new organization, whose UUID is given back. */
  async createOrganization(name: string, by: Issuer = onTheMachine('bootstrap')) {
    const organization = newOrganization();
    const ruling = { rule: createOrganization, command: { name } };
    return { organization, ...(await this.command(organization, ruling, by)) };
  }

  /** Makes an organization with one admin, who is let in by `secret`. All of it, or nothing. */
  async setUp(
    names: { readonly organization: string; readonly admin: string; readonly token: string },
    secret: string,
  ) {
    const organization = newOrganization();
    const command = {
      name: names.organization,
      admin: { member: newId('mem'), name: names.admin },
      token: { token: newId('tok'), name: names.token, hash: hashOf(secret) },
    };
    const ruling = { rule: setUpOrganization, command };
    const recorded = await this.command(organization, ruling, onTheMachine('bootstrap'));
    return { organization, ...recorded };
  }

  async inviteMember(organization: string, given: WithOwnId<InviteMember, 'member'>, by: Issuer) {
    const command = { ...given, member: given.member ?? newId('mem') };
    const asks = { member: command.member };
    const recorded = await this.command(organization, { rule: inviteMember, command, asks }, by);
    return { ...recorded, member: dataOf(recorded, 'MemberInvited')?.member };
  }

  async bindIdentity(organization: string, command: BindIdentity, by: Issuer) {
    const asks = { member: command.member, identity: command };
    return this.command(organization, { rule: bindIdentity, command, asks }, by);
  }

  async addIntegration(
    organization: string,
    given: WithOwnId<AddIntegration, 'integration'>,
    by: Issuer,
  ) {
    const command = { ...given, integration: given.integration ?? newId('int') };
    const asks = { integration: command.integration };
    const recorded = await this.command(organization, { rule: addIntegration, command, asks }, by);
    return { ...recorded, integration: dataOf(recorded, 'IntegrationAdded')?.integration };
  }

  /** Gives the secret back, this once: only its hash is stored. A replay has none. */
  async createToken(
    organization: string,
    given: WithOwnId<Omit<CreateToken, 'hash'>, 'token'>,
    by: Issuer,
  ) {
    const secret = newSecret();
    const command = { ...given, token: given.token ?? newId('tok'), hash: hashOf(secret) };
    const { token, forMember: member, forIntegration: integration } = command;
    const asks = { token, member, integration };
    const recorded = await this.command(organization, { rule: createToken, command, asks }, by);
    const made = dataOf(recorded, 'TokenCreated')?.token;
    const isNew = made !== undefined && !recorded.replayed;
    return { ...recorded, token: made, secret: isNew ? secret : null };
  }

  async revokeToken(organization: string, command: RevokeToken, by: Issuer) {
    const asks = { token: command.token };
    return this.command(organization, { rule: revokeToken, command, asks }, by);
  }

  listMembers(
    reads: ReadSession,
    stretch: Stretch,
    which: { readonly alsoRemoved: boolean },
  ): Promise<readonly MemberView[]> {
    return listMembers(reads, stretch, which);
  }

  /** Whether incidents are restricted from the first, unless whoever declares says no. */
  async restrictsNewIncidents(organization: string): Promise<boolean> {
    const found = await this.read(organization, organizationOf);
    return found?.restrictNewIncidents ?? false;
  }

  /** Revoked and expired ones, too. */
  listTokens(reads: ReadSession, stretch: Stretch): Promise<readonly TokenView[]> {
    return listTokens(reads, stretch);
  }

  /** Reads within the organization, under its row-level security. */
  async read<T>(organization: string, work: (reads: ReadSession) => Promise<T>): Promise<T> {
    const reads = this.sessions.open(organization, allIncidents);
    try {
      return await work(reads);
    } finally {
      await reads.close();
    }
  }

  /** Lets a rule decide on a command, and records what it says. */
  async command<C>(
    organization: string,
    { rule, command, asks = {} }: Ruling<C>,
    by: Issuer,
  ): Promise<OrganizationRecorded> {
    const { events, position, replayed, refusals } = await this.ledger.transact(organizationKind, {
      ...by,
      organization,
      streamId: organizationId(organization),
      decide: async (state, facts) => {
        const told = await this.read(organization, (reads) => readFacts(reads, asks));
        return rule(command, state, { ...facts, ...told });
      },
    });
    return { events, position, replayed, refusals, notices: [] };
  }
}

const newOrganization = (): string => organizationUuid(newId('org'));

type DataOf<T extends OrganizationEvent['type']> = Extract<
  OrganizationEvent,
  { readonly type: T }
>['data'];

/** The payload of the event of this type that the command recorded. */
const dataOf = <T extends OrganizationEvent['type']>(
  { events }: OrganizationRecorded,
  type: T,
): DataOf<T> | undefined =>
  events.find((event) => event.type === type)?.data as DataOf<T> | undefined;

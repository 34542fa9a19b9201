import type pg from 'pg';
import { parseInstant, type Instant } from '../kernel/instant.js';
import type { Role } from '../platform/access/viewer.js';
import { organizationUuid } from '../platform/ids.js';
import { onTheMachine } from './issuer.js';
import type { OrganizationRecorded, OrganizationService } from './organization.service.js';
import { integrationsCalled } from './views/integrations.query.js';
import { firstAdmin, membersCalled } from './views/members.query.js';
import { tokenCalled, type TokenView } from './views/tokens.query.js';

/** What was asked for cannot be done; the message says why, to a person. */
export class DeskRefusal extends Error {}

/** Whose a token is to be, in the words of a person. */
export type Owner =
  | { readonly kind: 'member'; readonly called: string }
  | { readonly kind: 'new-member'; readonly name: string; readonly email?: string | undefined }
  | { readonly kind: 'integration'; readonly called: string }
  | { readonly kind: 'first-admin' };

export type WantedToken = {
  readonly name: string;
  readonly role: Role;
  readonly owner: Owner;
  readonly scopes: readonly 'ACT_AS'[];
  readonly expiresAt?: Instant | undefined;
};

type OwnerId = { readonly forMember: string } | { readonly forIntegration: string };

const by = onTheMachine('cli');

/** Tokens of one organization, for whoever sits at the machine and has none yet. */
export class TokenDesk {
  private constructor(
    private readonly service: OrganizationService,
    /** UUID */
    private readonly organization: string,
    private readonly worker: pg.Pool,
  ) {}

  /** At the organization with this id (`org_...`), or else at the only one. */
  static async at(service: OrganizationService, worker: pg.Pool, id?: string): Promise<TokenDesk> {
    const { rows } = await worker.query<{ id: string; name: string }>(
      `select id, name from bridgelog.organizations
        where $1::text is null or id = $1 order by id limit 20`,
      [id],
    );
    const found = only(rows, id === undefined ? 'organization' : `organization ${id}`);
    return new TokenDesk(service, organizationUuid(found.id), worker);
  }

  /** Makes a token, and the member or integration that it is for if that is new. */
  async create(wanted: WantedToken): Promise<{ id: string; name: string; secret: string }> {
    const { owner, ...token } = wanted;
    const ownerId = await this.ownerId(owner, wanted.role);
    const done = await this.service.createToken(this.organization, { ...token, ...ownerId }, by);
    const isNew = owner.kind === 'new-member' && 'forMember' in ownerId;
    accepted(done, isNew ? ` (${ownerId.forMember} was invited, and stays)` : '');
    return { id: done.token ?? '', name: wanted.name, secret: done.secret ?? '' };
  }

  async list(): Promise<readonly TokenView[]> {
    const tokens: TokenView[] = [];
    const limit = 1_000;
    await this.service.read(this.organization, async (reads) => {
      let page: readonly TokenView[] = [];
      do {
        const stretch = { beyond: page.at(-1)?.id, backward: false, limit };
        page = await this.service.listTokens(reads, stretch);
        tokens.push(...page);
      } while (page.length === limit);
    });
    return tokens;
  }

  /** Revokes the token of this id or name, and gives back its id. */
  async revoke(called: string, reason?: string): Promise<string> {
    const token = await this.service.read(this.organization, (reads) => tokenCalled(reads, called));
    if (!token) throw new DeskRefusal(`There is no token ${called}`);
    accepted(await this.service.revokeToken(this.organization, { token: token.id, reason }, by));
    return token.id;
  }

  /** The database's time after an ISO 8601 duration. */
  async instantIn(duration: string): Promise<Instant> {
    const instant = await this.worker
      .query<{ at: string }>(
        'select bridgelog.instant(bridgelog.bridgelog_now() + $1::interval) as at',
        [duration],
      )
      .then(({ rows }) => parseInstant(rows[0]?.at ?? ''), beyondTime);
    if (instant === undefined)
      throw new DeskRefusal(`${duration} from now is beyond all calendars`);
    return instant;
  }

  private async ownerId(owner: Owner, role: Role): Promise<OwnerId> {
    switch (owner.kind) {
      case 'member':
        return { forMember: await this.member(owner.called) };
      case 'new-member':
        return { forMember: await this.newMember(owner.name, owner.email, role) };
      case 'integration':
        return { forIntegration: await this.integration(owner.called) };
      case 'first-admin':
        return { forMember: await this.firstAdmin() };
    }
  }

  private async member(called: string): Promise<string> {
    const found = await this.service.read(this.organization, (reads) =>
      membersCalled(reads, called),
    );
    return only(found, `member ${called}`).id;
  }

  private async newMember(name: string, email: string | undefined, role: Role): Promise<string> {
    const done = await this.service.inviteMember(this.organization, { name, email, role }, by);
    accepted(done);
    return done.member ?? '';
  }

  private async integration(called: string): Promise<string> {
    const found = await this.service.read(this.organization, (reads) =>
      integrationsCalled(reads, called),
    );
    if (found.length > 0) return only(found, `integration ${called}`).id;
    const done = await this.service.addIntegration(this.organization, { name: called }, by);
    accepted(done);
    return done.integration ?? '';
  }

  private async firstAdmin(): Promise<string> {
    const admin = await this.service.read(this.organization, firstAdmin);
    if (!admin) throw new DeskRefusal('No member is an admin');
    return admin.id;
  }
}

/** PostgreSQL answers with an error of class 22 to an interval or a time that it cannot hold. */
const beyondTime = (error: unknown): undefined => {
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('22')) return;
  throw error;
};

const accepted = ({ refusals }: OrganizationRecorded, more = ''): void => {
  if (refusals.length === 0) return;
  throw new DeskRefusal(`${refusals.map(({ message }) => message).join('; ')}${more}`);
};

const only = <T extends { readonly id: string; readonly name: string }>(
  found: readonly T[],
  what: string,
): T => {
  const [one, ...others] = found;
  if (!one) throw new DeskRefusal(`There is no ${what}`);
  if (others.length === 0) return one;
  const all = found.map(({ id, name }) => `${id} (${name})`).join(', ');
  throw new DeskRefusal(`There is more than one ${what}: say which of ${all}`);
};

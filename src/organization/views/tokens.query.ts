import type { Role } from '../../platform/access/viewer.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { IntegrationView } from './integrations.query.js';
import type { MemberView } from './members.query.js';
import { stretchSql, stretchValues, type Stretch } from './stretch.js';

/** A token without its secret, which nobody has but its bearer. */
export type TokenView = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly scopes: readonly 'ACT_AS'[];
  readonly forMember: MemberView | null;
  readonly forIntegration: IntegrationView | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** Neither revoked nor expired. */
  readonly active: boolean;
};

const ofOrganization = `select t.id, t.name, t.role, t.scopes,
    case when m.id is not null then jsonb_build_object(
      'id', m.id, 'name', m.name, 'email', m.email, 'role', m.role,
      'removedAt', bridgelog.instant(m.removed_at)) end as "forMember",
    case when i.id is not null then jsonb_build_object('id', i.id, 'name', i.name,
      'removedAt', bridgelog.instant(i.removed_at)) end as "forIntegration",
    bridgelog.instant(t.created_at) as "createdAt",
    bridgelog.instant(t.expires_at) as "expiresAt",
    bridgelog.instant(t.revoked_at) as "revokedAt",
    t.revoked_at is null
      and (t.expires_at is null or t.expires_at > bridgelog.bridgelog_now()) as active
  from bridgelog.tokens t
  left join bridgelog.members m on m.organization = t.organization and m.id = t.member
  left join bridgelog.integrations i on i.organization = t.organization and i.id = t.integration
  where t.organization = $1`;

export const listTokens = (reads: ReadSession, stretch: Stretch): Promise<readonly TokenView[]> =>
  reads.query<TokenView>(`${ofOrganization} ${stretchSql('t.id', stretch)}`, [
    reads.organization,
    ...stretchValues(stretch),
  ]);

export const tokensById = (
  reads: ReadSession,
  ids: readonly string[],
): Promise<readonly TokenView[]> =>
  reads.query<TokenView>(`${ofOrganization} and t.id = any ($2::text[])`, [
    reads.organization,
    ids,
  ]);

/** The tokens of a member or an integration that have neither ended nor been revoked. */
export const tokensInUseOf = (
  reads: ReadSession,
  owner: string,
): Promise<readonly Pick<TokenView, 'id' | 'name'>[]> =>
  reads.query(
    `select id, name from bridgelog.tokens where organization = $1 and $2 in (member, integration)
        and revoked_at is null and (expires_at is null or expires_at > bridgelog.bridgelog_now())
      order by id`,
    [reads.organization, owner],
  );

/** What these tokens prove now, as `authenticate` has it: nothing of those that have ended. */
export const rolesNow = (
  reads: ReadSession,
  tokens: readonly string[],
): Promise<readonly Pick<TokenView, 'id' | 'role'>[]> =>
  reads.query(
    `select t.id, bridgelog.role_of_bearer(t.role, m.role) as role from bridgelog.tokens t
      left join bridgelog.members m on m.organization = t.organization and m.id = t.member
      left join bridgelog.integrations i
        on i.organization = t.organization and i.id = t.integration
      where t.organization = $1 and t.id = any ($2::text[]) and t.revoked_at is null
        and (t.expires_at is null or t.expires_at > bridgelog.bridgelog_now())
        and m.removed_at is null and i.removed_at is null`,
    [reads.organization, tokens],
  );

/** The token of this id, else the latest of this name; one that is not revoked comes first. */
export const tokenCalled = async (
  reads: ReadSession,
  text: string,
): Promise<TokenView | undefined> => {
  const found = await reads.query<TokenView>(
    `${ofOrganization} and $2 in (t.id, t.name)
      order by t.id <> $2, t.revoked_at is not null, t.id desc limit 1`,
    [reads.organization, text],
  );
  return found[0];
};

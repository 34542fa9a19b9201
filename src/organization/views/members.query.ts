import type { Role } from '../../platform/access/viewer.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import { stretchSql, stretchValues, type Stretch } from './stretch.js';

export type MemberView = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  /** Null while they are a member. */
  readonly removedAt: string | null;
};

const ofOrganization = `select m.id, m.name, m.email, m.role,
    bridgelog.instant(m.removed_at) as "removedAt"
  from bridgelog.members m where m.organization = $1`;
const present = `${ofOrganization} and m.removed_at is null`;

export const listMembers = (
  reads: ReadSession,
  stretch: Stretch,
  { alsoRemoved }: { readonly alsoRemoved: boolean },
): Promise<readonly MemberView[]> =>
  reads.query<MemberView>(
    `${alsoRemoved ? ofOrganization : present} ${stretchSql('m.id', stretch)}`,
    [reads.organization, ...stretchValues(stretch)],
  );

/** Those who were removed, too. */
export const membersById = (
  reads: ReadSession,
  ids: readonly string[],
): Promise<readonly MemberView[]> =>
  reads.query<MemberView>(`${ofOrganization} and m.id = any ($2::text[])`, [
    reads.organization,
    ids,
  ]);

const byIdentity = `${present} and m.id in (
  select i.member from bridgelog.identities i
    where i.organization = $1 and i.system = $2 and i.external_id = $3 and i.unbound_at is null)`;

/** The case of an address does not count, and that of the invitation is one, too. */
const byEmail = `${present} and (lower(m.email) = lower($3) or m.id in (
  select i.member from bridgelog.identities i
    where i.organization = $1 and i.system = $2 and lower(i.external_id) = lower($3)
      and i.unbound_at is null))`;

/** The member whom another system knows by this id, if there is one. */
export const memberOfIdentity = async (
  reads: ReadSession,
  { system, externalId }: { readonly system: string; readonly externalId: string },
): Promise<MemberView | undefined> => {
  const found = await reads.query<MemberView>(system === 'email' ? byEmail : byIdentity, [
    reads.organization,
    system,
    externalId,
  ]);
  return found[0];
};

/** The present members of this id, e-mail address or name; several people may have one name. */
export const membersCalled = async (
  reads: ReadSession,
  text: string,
): Promise<readonly MemberView[]> => {
  const known =
    (await membersById(reads, [text])).find(({ removedAt }) => removedAt === null) ??
    (await memberOfIdentity(reads, { system: 'email', externalId: text }));
  return known
    ? [known]
    : reads.query<MemberView>(`${present} and m.name = $2 order by m.id limit 20`, [
        reads.organization,
        text,
      ]);
};

/** The admin who was invited first. */
export const firstAdmin = async (reads: ReadSession): Promise<MemberView | undefined> => {
  const found = await reads.query<MemberView>(
    `${present} and m.role = 'ADMIN' order by m.id limit 1`,
    [reads.organization],
  );
  return found[0];
};

/** Whether somebody but this member is an admin. */
export const isOtherAdmin = async (reads: ReadSession, member: string): Promise<boolean> => {
  const found = await reads.query(`${present} and m.role = 'ADMIN' and m.id <> $2 limit 1`, [
    reads.organization,
    member,
  ]);
  return found.length > 0;
};

import type { ReadSession } from '../../platform/database/read-session.js';

/** An account in another system; `binding` is null if the invitation bound it. */
export type IdentityView = {
  readonly member: string;
  readonly system: string;
  readonly externalId: string;
  readonly binding: string | null;
};

const bound = `select i.member, i.system, i.external_id as "externalId", i.id as binding
    from bridgelog.identities i
    join bridgelog.members m on m.organization = i.organization and m.id = i.member
    where i.organization = $1 and i.unbound_at is null and m.removed_at is null
  union all
  select m.id, 'email', m.email, null from bridgelog.members m
    where m.organization = $1 and m.email is not null and m.removed_at is null`;

/** What these members are known by, in the order in which it was bound. */
export const identitiesOf = (
  reads: ReadSession,
  members: readonly string[],
): Promise<readonly IdentityView[]> =>
  reads.query(
    `select * from (${bound}) b where member = any ($2::text[]) order by binding nulls first`,
    [reads.organization, members],
  );

/** Whose identity this is, if it is anybody's; the case of an e-mail address does not count. */
export const identityNamed = async (
  reads: ReadSession,
  { system, externalId }: Pick<IdentityView, 'system' | 'externalId'>,
): Promise<IdentityView | undefined> => {
  const same =
    system === 'email' ? 'lower("externalId") = lower($3)' : '"externalId" = $3 collate "C"';
  const found = await reads.query<IdentityView>(
    `select * from (${bound}) b where system = $2 and ${same}`,
    [reads.organization, system, externalId],
  );
  return found[0];
};

import type { Decision } from '../../../src/kernel/decision.js';
import { overlap, parseTarget, type TargetAlias } from '../../../src/kernel/target.js';
import type { Role } from '../../../src/organization/domain/choices.js';
import type { OrganizationEvent } from '../../../src/organization/domain/events.js';
import type { BoundIdentity, OrganizationFacts } from '../../../src/organization/domain/facts.js';
import {
  initialOrganization,
  type Organization,
} from '../../../src/organization/domain/organization.js';
import type { OrganizationRefusal } from '../../../src/organization/domain/refusals.js';
import type { Service } from '../../../src/organization/domain/service.js';
import { organizationKind } from '../../../src/organization/organization.kind.js';
import { organizationFold } from '../given-organization.js';
import { foldInOrder, happened, usualFacts } from '../given.js';
import { ReservationSet } from '../reservation-set.js';
import { RowSet } from '../row-set.js';

/** What commands name. */
export type Named = {
  readonly member?: string | undefined;
  readonly integration?: string | undefined;
  readonly forMember?: string | undefined;
  readonly forIntegration?: string | undefined;
  readonly token?: string | undefined;
  readonly system?: string | undefined;
  readonly externalId?: string | undefined;
  readonly name?: string | undefined;
  readonly alias?: string | undefined;
  readonly target?: string | undefined;
};
export type Attempt = {
  readonly command: Named;
  readonly isStateLike: boolean;
  readonly decide: (
    organization: Organization,
    facts: OrganizationFacts,
  ) => Decision<OrganizationEvent, OrganizationRefusal>;
};

type MemberRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly removed_at: string | null;
};
type TokenRow = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly member: string | null;
  readonly integration: string | null;
  readonly revoked_at: string | null;
};
type IdentityRow = {
  readonly id: string;
  readonly member: string;
  readonly system: string;
  readonly external_id: string;
  readonly unbound_at: string | null;
};
type IntegrationRow = { readonly id: string; readonly removed_at: string | null };
type ServiceRow = Omit<Service, 'slug'> & { readonly id: string; readonly retired_at: unknown };

/** `email:` addresses are known in any case. */
const keyOf = (system: string, id: string): string =>
  `${system}:${system === 'email' ? id.toLowerCase() : id}`;

/** One organization, as the service and the ledger would keep it. */
export class OrganizationLog {
  readonly events: OrganizationEvent[] = [];
  state: Organization = initialOrganization;
  private readonly rows = new RowSet();
  private readonly reservations = new ReservationSet();

  /** How many events the attempt added, or undefined if it was refused. */
  run({ command, decide }: Attempt): number | undefined {
    const decision = decide(this.state, this.factsFor(command));
    if (!('events' in decision)) return undefined;
    if (this.reservations.append(decision, 'org').length > 0) return undefined;
    const { events } = decision;
    const before = this.state;
    const past = this.events.length;
    this.state = foldInOrder(organizationFold, events, before, past);
    const recorded = events.map((event, index) => happened(event, past + index + 1));
    const change = { streamId: 'org', before, after: this.state, events: recorded };
    this.rows.write(organizationKind.rows(change));
    this.events.push(...events);
    return events.length;
  }

  data<T extends OrganizationEvent['type']>(type: T) {
    type Data = Extract<OrganizationEvent, { type: T }>['data'];
    return this.events.flatMap((event) => (event.type === type ? [event.data as Data] : []));
  }

  members(): readonly MemberRow[] {
    return this.rows.all('members') as readonly MemberRow[];
  }

  tokens(): readonly TokenRow[] {
    return this.rows.all('tokens') as readonly TokenRow[];
  }

  tokensInUse(): readonly TokenRow[] {
    return this.tokens().filter((one) => one.revoked_at === null);
  }

  /** The accounts that members are known by, and what bound them. */
  identities(): readonly (BoundIdentity & { readonly key: string; readonly member: string })[] {
    const bound = (this.rows.all('identities') as readonly IdentityRow[])
      .filter((one) => one.unbound_at === null)
      .map(({ id: binding, member, system, external_id: externalId }) => ({
        ...{ member, system, externalId, binding },
      }));
    const invited = this.members().flatMap(({ id: member, email }) =>
      email === null ? [] : [{ member, system: 'email', externalId: email }],
    );
    return [...invited, ...bound].map((one) => ({
      ...one,
      key: keyOf(one.system, one.externalId),
    }));
  }

  /** The aliases in force. */
  aliases(): readonly TargetAlias[] {
    return this.rows
      .all('target_aliases')
      .map(({ id, target }) => ({ alias: id, target: target as string | null }))
      .filter((one): one is TargetAlias => one.target !== null);
  }

  private aliasFacts({ alias: given = '', target: to = '' }: Named): Partial<OrganizationFacts> {
    const [alias, leadsTo] = [parseTarget(given), parseTarget(to)];
    if (alias === undefined) return {};
    const others = this.aliases().filter((one) => one.alias !== alias);
    return {
      alias: this.aliases().find((one) => one.alias === alias),
      aliasAtTarget: others.find((one) => leadsTo !== undefined && overlap(one.alias, leadsTo)),
      aliasForAlias: others.find((one) => overlap(one.target, alias)),
    };
  }

  private leavingFacts(named: Named): Partial<OrganizationFacts> {
    const { member: who, integration: what } = named;
    return {
      otherAdmin: this.members().some(
        ({ id, role, removed_at }) => id !== who && role === 'ADMIN' && removed_at === null,
      ),
      tokensInUse: this.tokensInUse().filter(({ member, integration }) =>
        who === undefined ? integration === what : member === who,
      ),
      identities: this.identities()
        .filter((one) => one.member === who)
        .map(({ system, externalId, binding }) => ({ system, externalId, binding })),
    };
  }

  private factsFor(named: Named): OrganizationFacts {
    const { member: who = named.forMember, integration: what = named.forIntegration } = named;
    const person = this.members().find(({ id }) => id === who);
    const tool = (this.rows.all('integrations') as readonly IntegrationRow[]).find(
      ({ id }) => id === what,
    );
    const made = this.tokens().find(({ id }) => id === named.token);
    const key = keyOf(named.system ?? '', named.externalId ?? '');
    return {
      ...usualFacts,
      member: person && { ...person, removed: person.removed_at !== null },
      integration: tool && { id: tool.id, removed: tool.removed_at !== null },
      token: made && { id: made.id, name: made.name, revoked: made.revoked_at !== null },
      identity: this.identities().find((one) => one.key === key),
      service: this.service(named.name),
      ...this.leavingFacts(named),
      ...this.aliasFacts(named),
    };
  }

  private service(slug: string | undefined): Service | undefined {
    const found = this.rows.find('services', slug ?? '') as ServiceRow | undefined;
    if (found?.retired_at !== null) return undefined;
    const { id, title, target, team, description } = found;
    return {
      slug: id,
      title,
      team: team ?? undefined,
      target,
      description: description ?? undefined,
    };
  }
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { organizationFold } from '../../../test/support/given-organization.js';
import { foldInOrder, happened, sampleId, usualFacts } from '../../../test/support/given.js';
import { ReservationSet } from '../../../test/support/reservation-set.js';
import type { Decision } from '../../kernel/decision.js';
import { overlap, parseTarget, unaliased, type TargetAlias } from '../../kernel/target.js';
import { addIntegration } from './add-integration.js';
import { aliasTarget } from './alias-target.js';
import { bindIdentity } from './bind-identity.js';
import * as choices from './choices.js';
import { createOrganization } from './create-organization.js';
import { createToken } from './create-token.js';
import { defineService } from './define-service.js';
import { organizationEvents } from './events.js';
import type { OrganizationEvent } from './events.js';
import type { OrganizationFacts } from './facts.js';
import { inviteMember } from './invite-member.js';
import { applies, evolve, initialOrganization } from './organization.js';
import type { Organization } from './organization.js';
import type { OrganizationRefusal } from './refusals.js';
import { removeAlias } from './remove-alias.js';
import { revokeToken } from './revoke-token.js';
import type { OrganizationRule } from './rule.js';

type Named = {
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
type Attempt = {
  readonly command: Named;
  readonly isStateLike: boolean;
  readonly decide: (
    organization: Organization,
    facts: OrganizationFacts,
  ) => Decision<OrganizationEvent, OrganizationRefusal>;
};

const valueOf = <V extends string>(of: { readonly values: Readonly<Record<V, string>> }) =>
  fc.constantFrom(...(Object.keys(of.values) as V[]));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const sampleIds = (prefix: string) => fc.nat(7).map((n) => sampleId(prefix, String(n)));
const name = fc.constantFrom('one', 'two', 'three');
const address = fc.constantFrom('a@example.com', 'A@example.com', 'b@example.com');
const target = fc.constantFrom('a', 'a/b', 'B', 'b/c', 'b/c/d', 'c', 'd/a', '?');
const alias = fc.constantFrom('a', 'b', 'C');
const [member, integration, token] = [sampleIds('mem'), sampleIds('int'), sampleIds('tok')];

const attempts = <C extends Named>(
  rule: OrganizationRule<C>,
  commands: fc.Arbitrary<C>,
  isStateLike = false,
): fc.Arbitrary<Attempt> =>
  commands.map((command) => ({
    command,
    isStateLike,
    decide: (organization, facts) => rule(command, organization, facts),
  }));

const creations = attempts(
  createOrganization as OrganizationRule<Named & { name: string }>,
  fc.record({ name }),
  true,
);
const tokens = attempts(
  createToken,
  fc.record({
    token,
    name,
    role: valueOf(choices.role),
    scopes: fc.subarray<'ACT_AS'>(['ACT_AS']),
    forMember: maybe(member),
    forIntegration: maybe(integration),
    hash: fc.constant('0'.repeat(64)),
  }),
);
const others = fc.oneof(
  creations,
  attempts(
    inviteMember,
    fc.record({ member, name, email: maybe(address), role: valueOf(choices.role) }),
  ),
  attempts(
    bindIdentity,
    fc.record({ member, system: fc.constantFrom('email', 'slack'), externalId: address }),
    true,
  ),
  attempts(addIntegration, fc.record({ integration, name })),
  { weight: 4, arbitrary: tokens },
  { weight: 3, arbitrary: attempts(revokeToken, fc.record({ token }), true) },
  attempts(defineService, fc.record({ name, title: name, target: maybe(target) }), true),
  attempts(aliasTarget, fc.record({ alias: fc.oneof(alias, target), target }), true),
  attempts(removeAlias, fc.record({ alias }), true),
);
const histories = fc
  .tuple(creations, fc.array(others, { minLength: 10, maxLength: 120, size: 'max' }))
  .map(([first, then]) => [first, ...then]);

/** `email:` addresses are known in any case. */
const keyOf = (system: string, id: string): string =>
  `${system}:${system === 'email' ? id.toLowerCase() : id}`;

/** One organization, as the service and the ledger would keep it. */
class Log {
  readonly events: OrganizationEvent[] = [];
  state: Organization = initialOrganization;
  private readonly reservations = new ReservationSet();

  /** How many events the attempt added, or undefined if it was refused. */
  run({ command, decide }: Attempt): number | undefined {
    const decision = decide(this.state, this.factsFor(command));
    if (!('events' in decision)) return undefined;
    if (this.reservations.append(decision, 'org').length > 0) return undefined;
    const { events } = decision;
    this.state = foldInOrder(organizationFold, events, this.state, this.events.length);
    this.events.push(...events);
    return events.length;
  }

  data<T extends OrganizationEvent['type']>(type: T) {
    type Data = Extract<OrganizationEvent, { type: T }>['data'];
    return this.events.flatMap((event) => (event.type === type ? [event.data as Data] : []));
  }

  /** The identities that were given, with the member they were given to. */
  identities(): { key: string; member: string }[] {
    return [
      ...this.data('MemberInvited').flatMap(({ member: id, email }) =>
        email === undefined ? [] : [{ key: keyOf('email', email), member: id }],
      ),
      ...this.data('IdentityBound').map(({ member: id, system, externalId }) => ({
        key: keyOf(system, externalId),
        member: id,
      })),
    ];
  }

  /** The aliases in force. */
  aliases(): readonly TargetAlias[] {
    const found = new Map<string, string>();
    for (const { type, data } of this.events) {
      if (type === 'TargetAliased') found.set(data.alias, data.target);
      if (type === 'TargetAliasRemoved') found.delete(data.alias);
    }
    return [...found].map(([alias, leadsTo]) => ({ alias, target: leadsTo }));
  }

  revoked(id: string): boolean {
    return this.data('TokenRevoked').some((one) => one.token === id);
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

  private factsFor(named: Named): OrganizationFacts {
    const { member: who = named.forMember, integration: what = named.forIntegration } = named;
    const invited = this.data('MemberInvited').find((one) => one.member === who);
    const added = this.data('IntegrationAdded').find((one) => one.integration === what);
    const made = this.data('TokenCreated').find((one) => one.token === named.token);
    const key = keyOf(named.system ?? '', named.externalId ?? '');
    return {
      ...usualFacts,
      member: invited && { id: invited.member, role: invited.role, removed: false },
      integration: added && { id: added.integration },
      token: made && { id: made.token, name: made.name, revoked: this.revoked(made.token) },
      identity: this.identities().find((one) => one.key === key),
      service: this.data('ServiceDefined').findLast((one) => one.slug === named.name),
      ...this.aliasFacts(named),
    };
  }
}

const logOf = (history: readonly Attempt[]): Log => {
  const log = new Log();
  for (const attempt of history) log.run(attempt);
  return log;
};
const isUnique = (values: readonly string[]): boolean => new Set(values).size === values.length;

describe('whatever happens in an organization', () => {
  it('is not little', () => {
    const happenings = fc
      .sample(histories, { numRuns: 100, seed: 42 })
      .flatMap((history) => logOf(history).events);
    for (const type of Object.keys(organizationEvents))
      expect(happenings.filter((one) => one.type === type).length).toBeGreaterThan(20);
  });

  it('folds in order, to a state that does not grow', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { events, state } = logOf(history);
        expect(foldInOrder(organizationFold, events)).toEqual(state);
        expect(Object.keys(state)).toEqual(['created', 'name']);
      }),
    );
  });

  it('folds out of order without throwing, past what makes no sense', () => {
    const shuffled = histories.chain((history) =>
      fc.shuffledSubarray(logOf(history).events.map((event, index) => happened(event, index + 1))),
    );
    fc.assert(
      fc.property(shuffled, (events) => {
        events.reduce((state, event) => {
          const next = evolve(state, event);
          if (!applies(state, event)) expect(next).toBe(state);
          return next;
        }, initialOrganization);
      }),
    );
  });

  it('takes no second event to say what is already true', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const log = new Log();
        for (const attempt of history)
          if (log.run(attempt) !== undefined && attempt.isStateLike)
            expect(log.run(attempt)).toBe(0);
      }),
    );
  });

  it('gives one identity to one member, and each id and each name in use once', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const log = logOf(history);
        const tokens = log.data('TokenCreated');
        const inUse = tokens.filter((one) => !log.revoked(one.token));
        expect(isUnique(log.identities().map(({ key }) => key))).toBe(true);
        expect(isUnique(log.data('MemberInvited').map((one) => one.member))).toBe(true);
        expect(isUnique(log.data('IntegrationAdded').map((one) => one.integration))).toBe(true);
        expect(isUnique(tokens.map((one) => one.token))).toBe(true);
        expect(isUnique(inUse.map((one) => one.name))).toBe(true);
      }),
    );
  });

  it('gives every target one name, which aliases leave alone', () => {
    fc.assert(
      fc.property(histories, target, (history, given) => {
        const aliases = logOf(history).aliases();
        const named = unaliased(parseTarget(given) ?? '', aliases);
        expect(unaliased(named, aliases)).toBe(named);
      }),
    );
  });

  it('lets no token of a member do more than the member', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const log = logOf(history);
        const order = choices.memberRoles;
        for (const made of log.data('TokenCreated').filter((one) => one.forMember !== undefined)) {
          const owner = log.data('MemberInvited').find((one) => one.member === made.forMember);
          expect(order).toContain(made.role);
          expect(order.indexOf(made.role)).toBeLessThanOrEqual(
            order.indexOf(owner?.role ?? 'INTEGRATION'),
          );
          expect(made.scopes).toEqual([]);
        }
      }),
    );
  });
});

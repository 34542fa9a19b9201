import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { organizationFold } from '../../../test/support/given-organization.js';
import { foldInOrder, happened, sampleId } from '../../../test/support/given.js';
import {
  OrganizationLog,
  type Attempt,
  type Named,
} from '../../../test/support/histories/organization.js';
import { parseTarget, unaliased } from '../../kernel/target.js';
import { addIntegration } from './add-integration.js';
import { aliasTarget } from './alias-target.js';
import { bindIdentity } from './bind-identity.js';
import { changeMemberRole } from './change-member-role.js';
import { changeSettings } from './change-settings.js';
import * as choices from './choices.js';
import { createOrganization } from './create-organization.js';
import { createToken } from './create-token.js';
import { defineService } from './define-service.js';
import { organizationEvents } from './events.js';
import { inviteMember } from './invite-member.js';
import { applies, evolve, initialOrganization } from './organization.js';
import { removeAlias } from './remove-alias.js';
import { removeIntegration } from './remove-integration.js';
import { removeMember } from './remove-member.js';
import { renameMember } from './rename-member.js';
import { retireService } from './retire-service.js';
import { revokeToken } from './revoke-token.js';
import type { OrganizationRule } from './rule.js';
import { unbindIdentity } from './unbind-identity.js';

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
  {
    weight: 2,
    arbitrary: attempts(
      inviteMember,
      fc.record({ member, name, email: maybe(address), role: valueOf(choices.role) }),
    ),
  },
  attempts(
    bindIdentity,
    fc.record({ member, system: fc.constantFrom('email', 'slack'), externalId: address }),
    true,
  ),
  attempts(renameMember, fc.record({ member, name }), true),
  {
    weight: 3,
    arbitrary: attempts(changeMemberRole, fc.record({ member, role: valueOf(choices.role) }), true),
  },
  attempts(removeMember, fc.record({ member }), true),
  {
    weight: 4,
    arbitrary: attempts(
      unbindIdentity,
      fc.record({ member, system: fc.constantFrom('email', 'slack'), externalId: address }),
      true,
    ),
  },
  attempts(addIntegration, fc.record({ integration, name })),
  attempts(removeIntegration, fc.record({ integration }), true),
  attempts(retireService, fc.record({ name }), true),
  attempts(
    changeSettings as OrganizationRule<Named>,
    fc.record({ name: maybe(name), restrictNewIncidents: maybe(fc.boolean()) }),
    true,
  ),
  { weight: 7, arbitrary: tokens },
  { weight: 6, arbitrary: attempts(revokeToken, fc.record({ token }), true) },
  attempts(defineService, fc.record({ name, title: name, target: maybe(target) }), true),
  attempts(aliasTarget, fc.record({ alias: fc.oneof(alias, target), target }), true),
  attempts(removeAlias, fc.record({ alias }), true),
);
const histories = fc
  .tuple(creations, fc.array(others, { minLength: 60, maxLength: 160, size: 'max' }))
  .map(([first, then]) => [first, ...then]);

const logOf = (history: readonly Attempt[]): OrganizationLog => {
  const log = new OrganizationLog();
  for (const attempt of history) log.run(attempt);
  return log;
};
const isUnique = (values: readonly string[]): boolean => new Set(values).size === values.length;

describe('whatever happens in an organization', () => {
  it('is not little', () => {
    const happenings = fc
      .sample(histories, { numRuns: 100, seed: 42 })
      .flatMap((history) => logOf(history).events);
    const times = (type: string) => happenings.filter((one) => one.type === type).length;
    expect(Object.keys(organizationEvents).filter((type) => times(type) <= 20)).toEqual([]);
  });

  it('folds in order, to a state that does not grow', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { events, state } = logOf(history);
        expect(foldInOrder(organizationFold, events)).toEqual(state);
        expect(Object.keys(state)).toEqual(['created', 'name', 'restrictNewIncidents']);
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
        const log = new OrganizationLog();
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
        expect(isUnique(log.identities().map(({ key }) => key))).toBe(true);
        expect(isUnique(log.data('TokenCreated').map((one) => one.token))).toBe(true);
        expect(isUnique(log.tokensInUse().map((one) => one.name))).toBe(true);
      }),
    );
  });

  it('leaves nothing that those who were removed are let in or known by', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const log = logOf(history);
        const present = log.members().filter((one) => one.removed_at === null);
        const members = [null, ...present.map(({ id }) => id)];
        expect(members).toEqual(expect.arrayContaining(log.tokensInUse().map((one) => one.member)));
        expect(members).toEqual(expect.arrayContaining(log.identities().map((one) => one.member)));
      }),
    );
  });

  it('never takes the last admin away', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const log = new OrganizationLog();
        const admins = () =>
          log.members().filter((one) => one.role === 'ADMIN' && one.removed_at === null).length;
        for (const attempt of history) {
          const before = admins();
          log.run(attempt);
          if (before > 0) expect(admins()).toBeGreaterThan(0);
        }
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

  it('makes no token for a member that may do more than they', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const log = new OrganizationLog();
        const order = choices.memberRoles;
        for (const attempt of history) {
          const before = log.data('TokenCreated').length;
          log.run(attempt);
          for (const made of log.data('TokenCreated').slice(before)) {
            if (made.forMember === undefined) continue;
            const owner = log.members().find(({ id }) => id === made.forMember);
            expect(order).toContain(made.role);
            expect(order.indexOf(made.role)).toBeLessThanOrEqual(
              order.indexOf(owner?.role ?? 'INTEGRATION'),
            );
            expect(made.scopes).toEqual([]);
          }
        }
      }),
    );
  });
});

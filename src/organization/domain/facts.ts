import type { Facts } from '../../kernel/decision.js';
import type { TargetAlias } from '../../kernel/target.js';
import type { Role } from './choices.js';
import type { Claim } from './claim.js';
import type { Identity } from './identity.js';
import type { Service } from './service.js';

/** A token that has neither ended nor been revoked. */
export type TokenInUse = { readonly id: string; readonly name: string };

/** `binding`: the event that bound it; absent if that was the invitation. */
export type BoundIdentity = Identity & { readonly binding?: string | undefined };

/**
 * What a rule is told of the one member, integration, token or identity that its command
 * names: null or absent if there is none. All strict, but for claims: read at the version of the
 * stream that the decision is appended at, so a change in between means deciding again.
 */
export type OrganizationFacts = Facts & {
  readonly member?:
    | {
        readonly id: string;
        readonly name: string;
        readonly role: Role;
        readonly removed: boolean;
      }
    | null
    | undefined;
  /** Whether somebody else is an admin. */
  readonly otherAdmin?: boolean | undefined;
  /** What the member or integration that is to leave is let in by. */
  readonly tokensInUse?: readonly TokenInUse[] | undefined;
  /** What the member who is to leave is known by. */
  readonly identities?: readonly BoundIdentity[] | undefined;
  readonly integration?: { readonly id: string; readonly removed: boolean } | null | undefined;
  readonly token?:
    { readonly id: string; readonly name: string; readonly revoked: boolean } | null | undefined;
  /** The member whom the identity belongs to, and what bound it if the invitation did not. */
  readonly identity?:
    { readonly member: string; readonly binding?: string | undefined } | null | undefined;
  readonly service?: Service | null | undefined;
  /** The alias of this name, as it is. */
  readonly alias?: TargetAlias | null | undefined;
  /** An alias that is the new target, a part of it, or what it is a part of. */
  readonly aliasAtTarget?: TargetAlias | null | undefined;
  /** Another alias, for the new alias, a part of it, or what it is a part of. */
  readonly aliasForAlias?: TargetAlias | null | undefined;
  /**
   * What an open action holds of the name that is to become an alias: it, a part of it, or what it
   * is a part of. Advisory: an action that starts in this very moment goes by the names before.
   */
  readonly claimOnAlias?: Claim | null | undefined;
  /** The same, of what the name stands for as it is, by an alias of its own or a wider one. Advisory. */
  readonly claimOnTarget?: Claim | null | undefined;
};

import type { Facts } from '../../kernel/decision.js';
import type { TargetAlias } from '../../kernel/target.js';
import type { Role } from './choices.js';
import type { Service } from './service.js';

/**
 * What a rule is told of the one member, integration, token or identity that its command
 * names: null or absent if there is none. All strict: read at the version of the stream that
 * the decision is appended at, so a change in between means deciding again.
 */
export type OrganizationFacts = Facts & {
  readonly member?:
    { readonly id: string; readonly role: Role; readonly removed: boolean } | null | undefined;
  readonly integration?: { readonly id: string } | null | undefined;
  readonly token?:
    { readonly id: string; readonly name: string; readonly revoked: boolean } | null | undefined;
  /** The member whom the identity that is to be bound belongs to already. */
  readonly identity?: { readonly member: string } | null | undefined;
  readonly service?: Service | null | undefined;
  /** The alias of this name, as it is. */
  readonly alias?: TargetAlias | null | undefined;
  /** An alias that is the new target, a part of it, or what it is a part of. */
  readonly aliasAtTarget?: TargetAlias | null | undefined;
  /** Another alias, for the new alias, a part of it, or what it is a part of. */
  readonly aliasForAlias?: TargetAlias | null | undefined;
};

import type { Actor } from '../../kernel/event.js';
import type { Instant } from '../../kernel/instant.js';
import { allIncidents, type Sight } from '../database/read-session.js';

export type Role = 'GUEST' | 'VIEWER' | 'RESPONDER' | 'INTEGRATION' | 'ADMIN';

/** Who asks: what a token proves. */
export type Viewer = {
  /** UUID of the organization that the token belongs to. */
  readonly organization: string;
  /** `tok_...` */
  readonly token: string;
  readonly actor: Actor;
  readonly role: Role;
  readonly scopes: readonly 'ACT_AS'[];
  /** `mem_...` of the person behind the token, or null for a tool's token. */
  readonly member: string | null;
  readonly expiresAt: Instant | null;
};

/** Which incidents a viewer may see. */
export const sightOf = ({ role, actor }: Pick<Viewer, 'role' | 'actor'>): Sight =>
  role === 'ADMIN' ? allIncidents : { of: role === 'GUEST' ? 'GRANTED' : 'OPEN', viewer: actor.id };

/** Turns the secret of a bearer token into its viewer; null if it is unknown, revoked or expired. */
export abstract class Authenticator {
  abstract authenticate(secret: string): Promise<Viewer | null>;

  /** Those of these viewers whose tokens have ended, or prove another role than they did. */
  abstract outdated(viewers: readonly Viewer[]): Promise<readonly Viewer[]>;
}

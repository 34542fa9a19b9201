import { Injectable } from '@nestjs/common';
import type { Role, Viewer } from '../platform/access/viewer.js';
import { Authenticator } from '../platform/access/viewer.js';
import { AppPool } from '../platform/database/app-pool.js';
import { hashOf } from './secret.js';

type Bearer = {
  readonly organization: string;
  readonly token: string;
  readonly role: Role;
  readonly scopes: readonly 'ACT_AS'[];
  readonly member: string | null;
  readonly integration: string | null;
  readonly expires_at: string | null;
};

/**
 * Looks every secret up anew, so that a token ends when it is revoked. All texts are hashed and
 * looked up alike: nothing can be learned from the time it takes.
 */
@Injectable()
export class TokenAuthenticator extends Authenticator {
  constructor(private readonly app: AppPool) {
    super();
  }

  async authenticate(secret: string): Promise<Viewer | null> {
    const { rows } = await this.app.pool.query<Bearer>({
      name: 'bridgelog-authenticate',
      text: 'select * from bridgelog.authenticate($1)',
      values: [hashOf(secret)],
    });
    return rows[0] ? viewerOf(rows[0]) : null;
  }
}

const viewerOf = ({ member, integration, expires_at, ...bearer }: Bearer): Viewer => ({
  ...bearer,
  member,
  actor:
    member === null
      ? { kind: 'INTEGRATION', id: integration ?? bearer.token }
      : { kind: 'MEMBER', id: member },
  expiresAt: expires_at,
});

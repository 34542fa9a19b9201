import { Injectable } from '@nestjs/common';
import type { Role, Viewer } from '../platform/access/viewer.js';
import { Authenticator } from '../platform/access/viewer.js';
import { AppPool } from '../platform/database/app-pool.js';
import { PoolReadSessions } from '../platform/database/pool-read-sessions.js';
import { allIncidents } from '../platform/database/read-session.js';
import { hashOf } from './secret.js';
import { rolesNow } from './views/tokens.query.js';

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
  private readonly sessions: PoolReadSessions;

  constructor(private readonly app: AppPool) {
    super();
    this.sessions = new PoolReadSessions(app.pool);
  }

  async authenticate(secret: string): Promise<Viewer | null> {
    const { rows } = await this.app.pool.query<Bearer>({
      name: 'bridgelog-authenticate',
      text: 'select * from bridgelog.authenticate($1)',
      values: [hashOf(secret)],
    });
    return rows[0] ? viewerOf(rows[0]) : null;
  }

  async outdated(viewers: readonly Viewer[]): Promise<readonly Viewer[]> {
    const outdated: Viewer[] = [];
    for (const [organization, some = []] of Map.groupBy(viewers, (one) => one.organization))
      outdated.push(...(await this.outdatedIn(organization, some)));
    return outdated;
  }

  private async outdatedIn(
    organization: string,
    viewers: readonly Viewer[],
  ): Promise<readonly Viewer[]> {
    const reads = this.sessions.open(organization, allIncidents);
    try {
      const tokens = [...new Set(viewers.map(({ token }) => token))];
      const roles = new Map((await rolesNow(reads, tokens)).map(({ id, role }) => [id, role]));
      return viewers.filter(({ token, role }) => roles.get(token) !== role);
    } finally {
      await reads.close();
    }
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

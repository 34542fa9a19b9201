import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { bearerSecret } from '../access/bearer.js';
import { Directory } from '../access/directory.js';
import type { Viewer } from '../access/viewer.js';
import { Authenticator, sightOf } from '../access/viewer.js';
import type { ReadSession } from '../database/read-session.js';
import { ReadSessions } from '../database/read-session.js';
import { newId } from '../ids.js';
import { briefReads } from './brief-reads.js';
import type { OperationContext } from './context.js';
import { badUserInput, unauthenticated } from './errors.js';
import { isKey } from './text.js';

/** Makes the context of every operation, whatever transport brought it. */
@Injectable()
export class OperationContexts {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly sessions: ReadSessions,
    private readonly directory: Directory,
  ) {}

  /** Null without a secret, and for one that is unknown, revoked or expired. */
  async viewerOf(secret: string | undefined): Promise<Viewer | null> {
    return secret === undefined ? null : this.authenticator.authenticate(secret);
  }

  /** Those of these viewers who are not any more who they were. */
  outdated(viewers: readonly Viewer[]): Promise<readonly Viewer[]> {
    return this.authenticator.outdated(viewers);
  }

  /** Throws UNAUTHENTICATED without a good token, and BAD_USER_INPUT for a bad header. */
  async ofRequest(headers: IncomingHttpHeaders): Promise<OperationContext> {
    const viewer = await this.viewerOf(bearerSecret(headers.authorization));
    if (viewer === null) throw unauthenticated();
    const idempotencyKey = headerOf(headers, 'Idempotency-Key');
    const actAs = headerOf(headers, 'Bridgelog-Actor');
    return {
      ...this.ofOperation(viewer),
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      ...(actAs !== undefined && { actAs }),
    };
  }

  ofOperation(viewer: Viewer): OperationContext {
    return this.over(this.sessions.open(viewer.organization, sightOf(viewer)), viewer);
  }

  /** For the source of a subscription, which may last for hours. */
  ofSubscription(viewer: Viewer): OperationContext {
    return this.over(
      briefReads(viewer.organization, () =>
        this.sessions.open(viewer.organization, sightOf(viewer)),
      ),
      viewer,
    );
  }

  /** For one event of a subscription: fresh reads and names. */
  ofEvent(subscription: OperationContext): OperationContext {
    const { viewer, requestId } = subscription;
    return { ...this.ofOperation(viewer), requestId };
  }

  private over(reads: ReadSession, viewer: Viewer): OperationContext {
    const ending = new AbortController();
    let epoch: Promise<number> | undefined;
    return {
      viewer,
      requestId: newId('req'),
      reads,
      names: new DataLoader((ids) => this.namesOf(reads, ids)),
      epoch: () => (epoch ??= this.directory.epochOf(reads)),
      signal: ending.signal,
      finish: () => {
        ending.abort();
        return reads.close();
      },
    };
  }

  private async namesOf(reads: ReadSession, ids: readonly string[]): Promise<string[]> {
    const names = await this.directory.namesOf(reads, ids);
    return ids.map((id) => names.get(id) ?? id);
  }
}

const headerOf = (headers: IncomingHttpHeaders, name: string): string | undefined => {
  const value = headers[name.toLowerCase()];
  if (value === undefined || (typeof value === 'string' && isKey(value))) return value;
  throw badUserInput([{ path: [name], message: '1 to 200 printable ASCII characters' }]);
};

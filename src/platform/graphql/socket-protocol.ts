import { Injectable } from '@nestjs/common';
import type { FormattedExecutionResult } from 'graphql';
import type { Context, ExecutionResult, Server } from 'graphql-ws';
import { makeServer } from 'graphql-ws';
import { initSecret } from '../access/bearer.js';
import type { Viewer } from '../access/viewer.js';
import { closeCodes } from './close-codes.js';
import { ErrorFormatter } from './error-formatter.js';
import { rateLimited, unauthenticated } from './errors.js';
import { OperationContexts } from './operation-contexts.js';
import type { OperationRequest } from './operation-runner.js';
import { OperationRunner } from './operation-runner.js';
import type { SocketOptions } from './socket-options.js';
import type { SocketSession } from './socket-session.js';

type Connection = Context<Record<string, unknown> | undefined, SocketSession>;

/** The protocol graphql-transport-ws, with our own ways to let in, execute and tell errors. */
@Injectable()
export class SocketProtocol {
  constructor(
    private readonly contexts: OperationContexts,
    private readonly runner: OperationRunner,
    private readonly formatter: ErrorFormatter,
  ) {}

  serve(options: SocketOptions): Server<SocketSession> {
    return makeServer<Record<string, unknown> | undefined, SocketSession>({
      connectionInitWaitTimeout: options.initWaitMs,
      onConnect: (connection) => this.admit(connection),
      onSubscribe: (connection, _id, payload) => this.prepare(connection, payload, options),
      execute: (args) => this.runner.execute(args),
      subscribe: (args) => this.runner.subscribe(args),
      onNext: (...[, , , , result]) => this.formatted(result),
      onError: (_connection, _id, _payload, errors) =>
        errors.map((error) => this.formatter.format(error)),
    });
  }

  /** Those of these viewers who were let in, and would not be again as who they were. */
  outdated(viewers: readonly Viewer[]): Promise<readonly Viewer[]> {
    return this.contexts.outdated(viewers);
  }

  private formatted(result: ExecutionResult): FormattedExecutionResult {
    const errors = result.errors?.map((error) => this.formatter.format(error));
    return { ...result, ...(errors && { errors }) } as FormattedExecutionResult;
  }

  /** False closes the socket with 4403. */
  private async admit({ connectionParams, extra: session }: Connection): Promise<boolean> {
    try {
      const viewer = await this.contexts.viewerOf(initSecret(connectionParams));
      return viewer !== null && session.admit(viewer);
    } catch (error) {
      this.formatter.report(error);
      session.close(closeCodes.AGAIN);
      return false;
    }
  }

  /** Each operation is let in anew, as a request is. */
  private async prepare(
    { extra: session, subscriptions }: Connection,
    request: OperationRequest,
    options: SocketOptions,
  ) {
    const { viewer } = session;
    // The protocol refuses operations before the viewer is let in.
    if (viewer === undefined) throw new Error('An operation on a socket that was not let in');
    if (Object.keys(subscriptions).length > options.maxOperations)
      return [rateLimited(1, `At most ${options.maxOperations} operations at a time on a socket`)];
    const outdated = await this.outdated([viewer]);
    if (outdated.length === 0) return this.runner.prepare(request, viewer);
    session.close(closeCodes.FORBIDDEN);
    return [unauthenticated()];
  }
}

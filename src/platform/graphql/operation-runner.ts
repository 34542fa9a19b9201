import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { ExecutionArgs, ExecutionResult, GraphQLError } from 'graphql';
import { createSourceEventStream, execute, getOperationAST, OperationTypeNode } from 'graphql';
import type { Viewer } from '../access/viewer.js';
import type { OperationContext } from './context.js';
import { ErrorFormatter } from './error-formatter.js';
import { badRequest } from './errors.js';
import { readDocument } from './limits.js';
import { mappedStream } from './mapped-stream.js';
import { OperationContexts } from './operation-contexts.js';

/** An operation as a client names it. */
export type OperationRequest = {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
};

type Prepared = ExecutionArgs & { contextValue: OperationContext };

/** Runs operations for the transports that Apollo does not serve, under the same rules. */
@Injectable()
export class OperationRunner {
  constructor(
    private readonly schema: GraphQLSchemaHost,
    private readonly contexts: OperationContexts,
    private readonly formatter: ErrorFormatter,
  ) {}

  /** Parses and validates; the errors if the request is not to be executed. */
  prepare(request: OperationRequest, viewer: Viewer): Prepared | readonly GraphQLError[] {
    const { schema } = this.schema;
    const document = readDocument(schema, request.query);
    if (!('kind' in document)) return document;
    const operation = getOperationAST(document, request.operationName);
    if (!operation) return [badRequest('OPERATION_RESOLUTION_FAILURE', unclear(request))];
    const lasts = operation.operation === OperationTypeNode.SUBSCRIPTION;
    return {
      schema,
      document,
      operationName: request.operationName,
      variableValues: request.variables,
      contextValue: lasts
        ? this.contexts.ofSubscription(viewer)
        : this.contexts.ofOperation(viewer),
    };
  }

  /** A query or mutation. */
  async execute(args: ExecutionArgs): Promise<ExecutionResult> {
    try {
      return await execute(args);
    } finally {
      this.finish(args);
    }
  }

  /** A subscription: each event is executed with reads and names of its own. */
  async subscribe(args: ExecutionArgs): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
    const source = await createSourceEventStream(args);
    if (Symbol.asyncIterator in source) {
      return mappedStream(
        source,
        (event) => this.executeEvent(args, event),
        () => this.contextOf(args).finish(),
      );
    }
    this.finish(args);
    return source;
  }

  private executeEvent(args: ExecutionArgs, rootValue: unknown): Promise<ExecutionResult> {
    const contextValue = this.contexts.ofEvent(this.contextOf(args));
    return this.execute({ ...args, rootValue, contextValue });
  }

  private contextOf(args: ExecutionArgs): OperationContext {
    return (args as Prepared).contextValue;
  }

  /** The answer does not wait for the reads to be given back. */
  private finish(args: ExecutionArgs): void {
    this.contextOf(args)
      .finish()
      .catch((error: unknown) => this.formatter.report(error));
  }
}

/** In the words of graphql-js, which says it over HTTP. */
const unclear = ({ operationName }: OperationRequest): string =>
  operationName
    ? `Unknown operation named "${operationName}".`
    : 'Must provide operation name if query contains multiple operations.';

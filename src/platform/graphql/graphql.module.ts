import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloDriver } from '@nestjs/apollo';
import type { DynamicModule, ModuleMetadata } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule, HttpAdapterHost } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyInstance } from 'fastify';
import type { EventMap } from '../../kernel/event.js';
import { RoleRules } from '../access/role-rules.js';
import { RoleGuard } from '../access/role.guard.js';
import { ErrorFormatter } from './error-formatter.js';
import { EventTypes } from './event-types.js';
import { ActorResolver, EventResolver } from './event.resolver.js';
import { guardRoute } from './http-route.js';
import { httpOptions } from './http.options.js';
import { InputCoverage } from './input-coverage.js';
import { NodeLoaders } from './node-loaders.js';
import { NodeResolver } from './node.resolver.js';
import { OperationContexts } from './operation-contexts.js';
import { OperationRunner } from './operation-runner.js';
import { QuietFilter } from './quiet.filter.js';
import { RecordedResolver } from './recorded.js';
import { NoticeResolver, RefusalResolver } from './refusal.resolver.js';
import { schemaOptions } from './schema.options.js';
import type { SocketOptions } from './socket-options.js';
import { SocketSettings, usualSocketOptions } from './socket-options.js';
import { SocketProtocol } from './socket-protocol.js';
import { SocketServer } from './socket.js';
import { InputValidation } from './validation.js';

export type GraphqlSettings = {
  /** The events of all streams. */
  readonly events: readonly EventMap[];
  /** Modules that export an Authenticator, ReadSessions and a Directory. */
  readonly imports: NonNullable<ModuleMetadata['imports']>;
  /** The path to write the schema to; kept in memory unless given. */
  readonly schemaFile?: string;
  readonly sockets?: Partial<SocketOptions>;
};

/** What the features use: `NodeLoaders` to register with, `OperationContexts`, `ErrorFormatter`. */
@Module({})
class GraphqlParts {}

/** The GraphQL platform: schema, HTTP, WebSocket, access rules and validation. */
@Module({})
export class GraphqlPlatform {
  static forRoot(settings: GraphqlSettings): DynamicModule {
    const parts = partsOf(settings);
    return {
      module: GraphqlPlatform,
      imports: [DiscoveryModule, parts, apolloModule(parts, settings.schemaFile)],
      providers: [
        ...[RoleRules, InputCoverage, OperationRunner, SocketProtocol, SocketServer],
        ...[NodeResolver, EventResolver, ActorResolver, RecordedResolver],
        ...[RefusalResolver, NoticeResolver],
        { provide: APP_GUARD, useClass: RoleGuard },
        { provide: APP_FILTER, useClass: QuietFilter },
        { provide: APP_PIPE, useClass: InputValidation },
        {
          provide: SocketSettings,
          useValue: { values: { ...usualSocketOptions, ...settings.sockets } },
        },
      ],
      exports: [SocketServer, OperationRunner],
    };
  }
}

const partsOf = ({ events, imports }: GraphqlSettings): DynamicModule => ({
  module: GraphqlParts,
  global: true,
  imports,
  providers: [
    ...[ErrorFormatter, NodeLoaders, OperationContexts],
    { provide: EventTypes, useFactory: () => new EventTypes(events) },
  ],
  exports: [ErrorFormatter, NodeLoaders, OperationContexts, EventTypes],
});

const apolloModule = (parts: DynamicModule, schemaFile: string | undefined): DynamicModule =>
  GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    imports: [parts],
    inject: [OperationContexts, ErrorFormatter, EventTypes, NodeLoaders, HttpAdapterHost],
    useFactory: (
      ...[contexts, formatter, events, nodes, http]: [
        OperationContexts,
        ErrorFormatter,
        EventTypes,
        NodeLoaders,
        HttpAdapterHost,
      ]
    ) => {
      guardRoute(http.httpAdapter.getInstance<FastifyInstance>(), formatter);
      return {
        ...httpOptions(contexts, formatter),
        ...schemaOptions({ events, nodes, formatter, schemaFile }),
      };
    },
  });

import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AppPool } from './app-pool.js';
import { PoolReadSessions } from './pool-read-sessions.js';
import { ReadSessions } from './read-session.js';

/** Gives every feature the connections of requests. */
@Global()
@Module({})
export class DatabaseModule {
  static with(app: AppPool): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: AppPool, useValue: app },
        { provide: ReadSessions, useValue: new PoolReadSessions(app.pool) },
      ],
      exports: [AppPool, ReadSessions],
    };
  }
}

import { Global, Module, type DynamicModule } from '@nestjs/common';
import type pg from 'pg';
import { AppPool } from './app-pool.js';
import { PoolReadSessions } from './pool-read-sessions.js';
import { ReadSessions } from './read-session.js';

/** Gives every feature the connections of requests. */
@Global()
@Module({})
export class DatabaseModule {
  /** `reads`: for sessions, which keep a connection while their operation goes on. */
  static with(app: AppPool, reads: pg.Pool): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: AppPool, useValue: app },
        { provide: ReadSessions, useValue: new PoolReadSessions(reads) },
      ],
      exports: [AppPool, ReadSessions],
    };
  }
}

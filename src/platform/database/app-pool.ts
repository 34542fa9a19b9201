import type pg from 'pg';

/** The connections of requests: the application's role, subject to row-level security. */
export class AppPool {
  constructor(readonly pool: pg.Pool) {}
}

import type pg from 'pg';

/**
 * The connections of requests: the application's role, subject to row-level security. Work on
 * them is brief, and waits for nothing else while it has one.
 */
export class AppPool {
  constructor(readonly pool: pg.Pool) {}
}

import pg from 'pg';

const int8: number = pg.types.builtins.INT8;

/** 64-bit integers of this schema (positions, numbers, counters) stay below 2^53. */
const asSafeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond 2^53`);
  return value;
};

type Parser = (text: string) => unknown;

/** Times come as text from `bridgelog.instant`; nothing passes through a JavaScript Date. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (oid as number) === int8 ? asSafeInteger : (pg.types.getTypeParser(oid, format) as Parser),
};

export type PoolOptions = {
  readonly url: string;
  readonly max: number;
  /** Shown in pg_stat_activity. */
  readonly name: string;
  /** Gets the error of a connection that broke while idle; it is replaced on next use. */
  readonly onIdleError: (error: Error) => void;
};

/** A bounded pool. Connecting takes at most 5 s and a statement at most 30 s. */
export const openPool = ({ url, max, name, onIdleError }: PoolOptions): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: name,
    types,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    query_timeout: 35_000,
    statement_timeout: 30_000,
  });
  pool.on('error', onIdleError);
  return pool;
};

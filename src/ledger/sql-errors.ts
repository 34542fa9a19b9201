/** Errors after which a statement may or may not have taken effect, or could not be sent. */
const broken = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  '53300', // too_many_connections
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
]);

const messages =
  /Connection terminated|is not queryable|timeout exceeded when trying to connect|^timeout expired$|Query read timeout/;

type Raised = { readonly code?: unknown; readonly message?: unknown };

const raised = (error: unknown): Raised =>
  typeof error === 'object' && error !== null ? error : {};

const codeOf = (error: unknown): string => String(raised(error).code);

/** Whether the connection broke, so that the outcome of the statement is unknown. */
export const connectionBroke = (error: unknown): boolean =>
  broken.has(codeOf(error)) || messages.test(String(raised(error).message));

/** `lock_not_available`: somebody else held the ticket for longer than the lock time-out. */
export const lockTimedOut = (error: unknown): boolean => codeOf(error) === '55P03';

import type { LoggerService } from '@nestjs/common';
import { destination, pino, type Logger } from 'pino';

/** What may hold a secret is never written. */
const redacted = ['authorization', 'token', 'secret', 'password', '*.authorization', '*.token'];

/** JSON lines on stderr: stdout belongs to what a person asked for. */
export const makeLogger = (level: string): Logger =>
  pino({ level, redact: redacted, base: {} }, destination({ dest: 2, sync: true }));

/** Nest's own messages as JSON lines; its start-up chatter only at `debug`. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...more: unknown[]): void {
    this.logger.debug({ context: more.at(-1) }, String(message));
  }
  error(message: unknown, ...more: unknown[]): void {
    this.logger.error({ context: more.at(-1) }, String(message));
  }
  warn(message: unknown, ...more: unknown[]): void {
    this.logger.warn({ context: more.at(-1) }, String(message));
  }
  debug(message: unknown, ...more: unknown[]): void {
    this.logger.debug({ context: more.at(-1) }, String(message));
  }
  verbose(message: unknown, ...more: unknown[]): void {
    this.logger.trace({ context: more.at(-1) }, String(message));
  }
}

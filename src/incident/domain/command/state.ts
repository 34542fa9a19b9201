import type { Instant } from '../../../kernel/instant.js';

export type CommandState = {
  /** The latest term of command; 0 before the first. */
  readonly term: number;
  /** Who commands; after resolution, who commanded last. */
  readonly commander: { readonly member: string; readonly since: Instant } | null;
};

export const initialCommand: CommandState = { term: 0, commander: null };

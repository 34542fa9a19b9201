import type { Instant } from '../../../kernel/instant.js';

/** Command may be accepted by one person, before a time. */
export type Offer = { readonly to: string; readonly until: Instant };

export type CommandState = {
  /** The latest term of command; 0 before the first. It stays when command is relinquished. */
  readonly term: number;
  /** Who commands; after resolution, who commanded last. */
  readonly commander: { readonly member: string; readonly since: Instant } | null;
  /** When command was relinquished; null while somebody commands, or nobody ever did. */
  readonly vacantSince: Instant | null;
  /** The one offer that stands. It belongs to the term, and is over with it. */
  readonly offer: Offer | null;
};

export const initialCommand: CommandState = {
  term: 0,
  commander: null,
  vacantSince: null,
  offer: null,
};

import type { Instant } from '../../../kernel/instant.js';

export type ContainmentState = { readonly containedAt: Instant | null };

export const initialContainment: ContainmentState = { containedAt: null };

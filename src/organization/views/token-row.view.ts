import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { OrganizationEvent } from '../domain/events.js';

type Happened = FoldedEvent<OrganizationEvent>;
type Of<T extends OrganizationEvent['type']> = Extract<Happened, { readonly type: T }>;

/** What letting a bearer in needs to know: one row per token, completed when it is revoked. */
export const tokenRows = (events: readonly Happened[]): readonly InlineRow[] =>
  events.flatMap((event) => {
    if (event.type === 'TokenCreated') return [created(event)];
    if (event.type === 'TokenRevoked') return [revoked(event)];
    return [];
  });

const created = ({ data, occurredAt }: Of<'TokenCreated'>): InlineRow => ({
  table: 'tokens',
  id: data.token,
  columns: {
    name: data.name,
    role: data.role,
    scopes: data.scopes,
    member: data.forMember ?? null,
    integration: data.forIntegration ?? null,
    expires_at: data.expiresAt ?? null,
    created_at: occurredAt,
    revoked_at: null,
    hash: data.hash,
  },
});

const revoked = ({ data, occurredAt }: Of<'TokenRevoked'>): InlineRow => ({
  table: 'tokens',
  id: data.token,
  columns: { revoked_at: occurredAt },
});

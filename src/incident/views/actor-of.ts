import type { Actor } from '../../kernel/event.js';

/** The actor with this id, as a row of a table names it. */
export const actorOf = (id: string): Actor => ({
  kind: id.startsWith('mem_') ? 'MEMBER' : id.startsWith('int_') ? 'INTEGRATION' : 'POLICY',
  id,
});

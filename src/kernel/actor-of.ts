import type { Actor } from './event.js';

/** Whoever a column holds the id of; null where it holds none. */
export function actorOf(id: string): Actor;
export function actorOf(id: string | null): Actor | null;
export function actorOf(id: string | null): Actor | null {
  if (id === null) return null;
  if (id.startsWith('mem_')) return { kind: 'MEMBER', id };
  return { kind: id.startsWith('int_') ? 'INTEGRATION' : 'POLICY', id };
}

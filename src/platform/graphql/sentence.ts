import type { Actor, EventSpec, Names, StoredEvent } from '../../kernel/event.js';

/** Looks up the name of a member or integration. */
export type NameLookup = { load(id: string): Promise<string> };

/** A rule is Bridgelog's own; whoever else is looked up. */
export const nameOfActor = (actor: Actor, names: NameLookup): Promise<string> =>
  actor.kind === 'POLICY' ? Promise.resolve(`Bridgelog (${actor.id})`) : names.load(actor.id);

/**
 * The timeline sentence of an event. It is said twice: first to learn which names it asks for,
 * then with them.
 */
export const sentenceOf = async (
  event: StoredEvent,
  spec: EventSpec,
  lookup: NameLookup,
): Promise<string> => {
  const asked = new Set<string>();
  spec.says(event.data, recording(asked));
  const found = new Map(
    await Promise.all([...asked].map(async (id) => [id, await lookup.load(id)] as const)),
  );
  const actor = await nameOfActor(event.actor, lookup);
  return spec.says(event.data, { actor, of: (id) => found.get(id) ?? id });
};

const recording = (asked: Set<string>): Names => ({
  actor: '',
  of: (id) => {
    asked.add(id);
    return id;
  },
});

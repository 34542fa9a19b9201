import type { EventMap, EventSpec, StoredEvent } from '../../kernel/event.js';
import { Event } from './event.js';
import type { Newable } from './newable.js';
import { Node } from './node.js';
import { makeType } from './payload-fields.js';

const sharedFields: readonly string[] = [
  ...['id', 'type', 'position', 'version', 'occurredAt', 'recordedAt'],
  ...['actor', 'via', 'causationId', 'correlationId', 'sentence', 'cursor'],
];

type FieldResolver = (event: StoredEvent) => unknown;

/** The types of the schema for the events of all streams: one for each event, with its payload. */
export class EventTypes {
  /** To be named to the schema builder: nothing refers to them but the interface. */
  readonly classes: readonly Newable[];
  /** A payload field stands in `data`, where GraphQL would not look for it. */
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, FieldResolver>>>>;
  private readonly specs = new Map<string, EventSpec>();

  constructor(maps: readonly EventMap[]) {
    const named = maps.flatMap((map) => Object.entries(map));
    for (const [name, spec] of named) this.admit(name, spec);
    this.classes = named.map(([name, spec]) => eventType(name, spec));
    this.resolvers = Object.fromEntries(named.map(([name, spec]) => [name, resolversOf(spec)]));
  }

  specOf(type: string): EventSpec | undefined {
    return this.specs.get(type);
  }

  private admit(name: string, spec: EventSpec): void {
    if (this.specs.has(name)) throw new Error(`Two events have the name ${name}`);
    const clash = Object.keys(spec.data).find((field) => sharedFields.includes(field));
    if (clash !== undefined) throw new Error(`${name}.${clash} is a field that all events have`);
    this.specs.set(name, spec);
  }
}

/** The schema builder knows every type that was ever made: there is one for each event. */
const made = new Map<EventSpec, Newable>();

/** The type of the schema for one event, for fields that hold just that. */
export const eventType = (name: string, spec: EventSpec): Newable => {
  const { description, data: fields } = spec;
  const implemented = { implements: () => [Event, Node] };
  const type = made.get(spec) ?? makeType(name, { description, fields }, implemented);
  made.set(spec, type);
  return type;
};

const resolversOf = (spec: EventSpec): Record<string, FieldResolver> =>
  Object.fromEntries(
    Object.entries(spec.data)
      .filter(([, { withheld }]) => withheld !== true)
      .map(([field]) => [field, (event: StoredEvent) => event.data[field] ?? null]),
  );

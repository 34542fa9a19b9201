import type { Facts } from '../../kernel/decision.js';
import type { Actor, StoredEvent } from '../../kernel/event.js';
import type { ReadSession, Sight } from '../../platform/database/read-session.js';
import type { Incident } from '../domain/incident.js';
import type { PlaybookFacts } from '../domain/rule.js';

/** Where the facts of a decision come from. They are read anew when the incident moved. */
export type FactSources = {
  readonly organization: string;
  readonly incident: string;
  /** Who gives the command. */
  readonly actor: Actor;
  /** What they may see: it counts where the answer would tell of other incidents. */
  readonly sight: Sight;
  /** The head that will be decided on. Rows of its incident that are read after it are strict. */
  readonly state: Incident;
  /** Sees all incidents of the organization. */
  readonly reads: ReadSession;
  /** An event of the organization by its id. */
  readonly event: (id: string) => Promise<StoredEvent | undefined>;
};

/** Reads what a rule is told beside the usual facts. */
export type ReadFacts<F extends Facts> = (sources: FactSources) => Promise<Told<F>>;
/** The playbook comes by itself. */
type Told<F extends Facts> = Omit<F, keyof Facts | keyof PlaybookFacts>;

/** The facts of both. */
export const together =
  <F extends Facts, G extends Facts>(one: ReadFacts<F>, other: ReadFacts<G>): ReadFacts<F & G> =>
  async (sources) =>
    ({ ...(await one(sources)), ...(await other(sources)) }) as Told<F & G>;

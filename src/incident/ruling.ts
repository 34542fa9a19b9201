import type { Facts } from '../kernel/decision.js';
import type { StoredEvent } from '../kernel/event.js';
import type { LedgerRefusal } from '../ledger/command.js';
import type { CommandInput } from '../platform/graphql/command-input.js';
import type { OperationContext } from '../platform/graphql/context.js';
import type { IncidentEvent } from './domain/events.js';
import type { IncidentRefusal } from './domain/refusals.js';
import type { IncidentRule } from './domain/rule.js';
import type { ReadFacts } from './facts/facts.js';
import type { IncidentView } from './incident.view.js';

/** A command as it came in. */
export type Asked = {
  readonly input: CommandInput & {
    /** Where a guardrail can meet it: why to go on. */
    readonly override?: { readonly reason: string } | null;
  };
  readonly context: OperationContext;
};

/** What a mutation answers with. */
export type IncidentRecorded = {
  readonly incident: IncidentView | null;
  readonly events: readonly StoredEvent<IncidentEvent>[];
  readonly position: number;
  readonly replayed: boolean;
  readonly refusals: readonly (IncidentRefusal | LedgerRefusal)[];
  readonly notices: readonly Notice[];
};

/** Something worth knowing about a command that was accepted. */
export type Notice = { readonly code: string; readonly message: string };

/** A rule, its command, and where it needs them the facts that it is told beside the usual ones. */
export type Ruling<C, F extends Facts> = {
  readonly incident: string;
  readonly rule: IncidentRule<C, F>;
  readonly command: C;
  /** Another incident that it is about as well: the rule is told of it as `beside`, if it is seen. */
  readonly beside?: string;
  readonly facts?: ReadFacts<F>;
  /** What is worth knowing once it is accepted, as far as the viewer may know: looked up after. */
  readonly notices?: (recorded: IncidentRecorded) => Promise<readonly Notice[]>;
};

/** A rule of Bridgelog itself that acts, and what made it. */
export type ByPolicy = {
  readonly organization: string;
  readonly policy: string;
  /** The event that it follows from. */
  readonly causationId: string;
};

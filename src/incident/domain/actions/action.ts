import type { ActionIntent, ActionKind } from '../choices.js';

/** An action as it stands: what rules are told of it. */
export type Action = {
  readonly action: string;
  readonly target: string;
  readonly kind: ActionKind;
  readonly intent: ActionIntent;
  readonly isOpen: boolean;
};

export type ActionFacts = {
  /** The action of this incident that the command names, if there is one. Strict: the version of its incident backs it. */
  readonly known?: Action | undefined;
};

import type { Held } from '../../../kernel/decision.js';
import type { ReferenceKind } from './choices.js';

/** A thing in another system. */
export type External = {
  readonly system: string;
  /** The id of the thing there. */
  readonly externalId: string;
};

/** A thing that is bound to the incident. */
export type Binding = External & {
  readonly kind: ReferenceKind;
  readonly url?: string | undefined;
  readonly caption?: string | undefined;
};

export type BindingFacts = {
  /** The incident by its id: it holds the channel. Strict. */
  readonly itself: string;
  /** What the incident has the thing bound as, if it has. Strict: the version of the incident backs it. */
  readonly known?: Binding | undefined;
};

/** A chat channel serves one incident at a time; everything else may serve several. */
export const exclusively = ({ kind, system, externalId }: Binding, incident: string): Held[] =>
  kind === 'CHAT_CHANNEL'
    ? [{ space: 'chat-channel', key: JSON.stringify([system, externalId]), holder: incident }]
    : [];

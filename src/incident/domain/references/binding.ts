import type { Held } from '../../../kernel/decision.js';
import { claimedAs } from '../mode.js';
import type { DeclaredIncident } from '../state.js';
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

/**
 * A chat channel serves one incident at a time, and one drill beside it; everything else may serve
 * several, and so may the channel of what is written down afterwards.
 */
export const exclusively = (
  { kind, system, externalId }: Binding,
  holder: string,
  incident: Pick<DeclaredIncident, 'mode'>,
): Held[] => {
  if (kind !== 'CHAT_CHANNEL') return [];
  const channel = [system, externalId];
  const key = claimedAs(incident, {
    key: JSON.stringify(channel),
    drillKey: JSON.stringify([...channel, 'drill']),
  });
  return key === undefined ? [] : [{ space: 'chat-channel', key, holder }];
};

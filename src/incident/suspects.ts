import type { ReadSession } from '../platform/database/read-session.js';
import type { Suspect } from './domain/containment/suggest.js';

type ReadSuspects = (
  reads: ReadSession,
  incidents: readonly string[],
) => Promise<ReadonlyMap<string, readonly Suspect[]>>;

/** The changes that are suspected in these incidents, by incident. */
export const suspectsOf: ReadSuspects = () => Promise.resolve(new Map());

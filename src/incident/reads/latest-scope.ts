import type { OperationContext } from '../../platform/graphql/context.js';
import type { Scope } from '../domain/scope/scope.js';
import type { IncidentReads } from './incident.reads.js';
import type { IncidentView } from '../incident.view.js';

/** The latest assessment of what an incident affects, if there is one. */
export const latestScope = async (
  { scope }: IncidentView,
  context: OperationContext,
  reads: IncidentReads,
): Promise<Scope | undefined> => {
  const event = scope && (await reads.event(context, scope.event));
  return event ? (event.data as Scope) : undefined;
};

import type { DeclaredIncident, Incident } from './domain/incident.js';

/** A declared incident as resolvers see it. */
export type IncidentView = Omit<DeclaredIncident, 'status' | 'commander'> & {
  readonly id: string;
  readonly version: number;
  readonly command: DeclaredIncident['commander'];
};

/** The head state that a view was made of. */
export const stateOf = ({ command, ...rest }: IncidentView): DeclaredIncident => ({
  ...rest,
  status: 'declared',
  commander: command,
});

/** Undeclared incidents are nothing to see. */
export const viewOf = (id: string, version: number, state: Incident): IncidentView | null => {
  if (state.status === 'undeclared') return null;
  const { status: _status, commander, ...rest } = state;
  return { ...rest, id, version, command: commander };
};

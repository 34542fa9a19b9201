import type { FoldedEvent } from '../../kernel/event.js';
import type { Instant } from '../../kernel/instant.js';
import type { ActionIntent, ActionKind, Mode, Phase, Severity, UpdateAudience } from './choices.js';
import type { IncidentEvent } from './events.js';

/** An action between its start and its end. The rest of it is in its row and its event. */
export type OpenAction = {
  readonly action: string;
  readonly target: string;
  readonly kind: ActionKind;
  readonly intent: ActionIntent;
};

export type LatestUpdate = { readonly at: Instant; readonly event: string };

/** What decisions and the list of incidents need: rewritten with every event, so kept small. */
export type DeclaredIncident = {
  readonly status: 'declared';
  readonly number: number;
  readonly reference: string;
  readonly title: string;
  readonly severity: Severity;
  readonly mode: Mode;
  readonly phase: Phase;
  readonly service: string | null;
  readonly declaredAt: Instant;
  readonly containedAt: Instant | null;
  readonly resolvedAt: Instant | null;
  /** As last assessed; an assessment that is silent about it leaves it as it was. */
  readonly impactStartedAt: Instant | null;
  /** The latest term of command; 0 before the first. */
  readonly term: number;
  /** Who commands; after resolution, who commanded last. */
  readonly commander: { readonly member: string; readonly since: Instant } | null;
  /** The event that holds the latest assessment, and how many there were. */
  readonly scope: { readonly event: string; readonly count: number } | null;
  /** Oldest first. */
  readonly openActions: readonly OpenAction[];
  readonly latestUpdates: Readonly<Partial<Record<UpdateAudience, LatestUpdate>>>;
};
export type Incident = { readonly status: 'undeclared' } | DeclaredIncident;

export const initialIncident: Incident = { status: 'undeclared' };

export const maxOpenActions = 50;

type Happened = FoldedEvent<IncidentEvent>;
type Of<T extends IncidentEvent['type']> = Extract<Happened, { readonly type: T }>;
type Later = Exclude<Happened, { readonly type: 'IncidentDeclared' }>;

export const openAction = (incident: DeclaredIncident, action: string): OpenAction | undefined =>
  incident.openActions.find((open) => open.action === action);

/** Whether the event makes sense in this state. */
export const applies = (incident: Incident, event: Happened): boolean =>
  event.type === 'IncidentDeclared'
    ? incident.status === 'undeclared'
    : incident.status === 'declared' && fits(incident, event);

export const evolve = (incident: Incident, event: Happened): Incident => {
  if (event.type === 'IncidentDeclared')
    return incident.status === 'undeclared' ? declared(event) : incident;
  return incident.status === 'declared' && fits(incident, event)
    ? after(incident, event)
    : incident;
};

const fits = (incident: DeclaredIncident, event: Later): boolean => {
  switch (event.type) {
    case 'CommandTaken':
      return fitsCommand(incident, event.data.term);
    case 'ActionStarted':
      return fitsStart(incident, event.data.action);
    case 'ActionFinished':
      return openAction(incident, event.data.action) !== undefined;
    case 'IncidentContained':
      return incident.phase === 'INVESTIGATING';
    case 'IncidentResolved':
      return incident.phase !== 'RESOLVED';
    case 'ScopeAssessed':
    case 'NoteAdded':
    case 'UpdatePublished':
      return true;
  }
};

const fitsCommand = ({ phase, commander, term }: DeclaredIncident, next: number): boolean =>
  phase !== 'RESOLVED' && commander === null && next === term + 1;

const fitsStart = (incident: DeclaredIncident, action: string): boolean =>
  incident.phase !== 'RESOLVED' &&
  incident.openActions.length < maxOpenActions &&
  openAction(incident, action) === undefined;

const after = (incident: DeclaredIncident, event: Later): DeclaredIncident => {
  const { occurredAt: at } = event;
  switch (event.type) {
    case 'CommandTaken':
      return { ...incident, term: event.data.term, commander: commanding(event) };
    case 'ScopeAssessed':
      return assessed(incident, event);
    case 'ActionStarted':
      return { ...incident, openActions: [...incident.openActions, opened(event)] };
    case 'ActionFinished':
      return { ...incident, openActions: without(incident.openActions, event.data.action) };
    case 'UpdatePublished':
      return updated(incident, event);
    case 'IncidentContained':
      return { ...incident, phase: 'CONTAINED', containedAt: at };
    case 'IncidentResolved':
      return { ...incident, phase: 'RESOLVED', resolvedAt: at };
    case 'NoteAdded':
      return incident;
  }
};

const declared = ({ data, occurredAt }: Of<'IncidentDeclared'>): DeclaredIncident => ({
  status: 'declared',
  number: data.number,
  reference: data.reference,
  title: data.title,
  severity: data.severity,
  mode: data.mode,
  phase: 'INVESTIGATING',
  service: data.service ?? null,
  declaredAt: occurredAt,
  containedAt: null,
  resolvedAt: null,
  impactStartedAt: null,
  term: 0,
  commander: null,
  scope: null,
  openActions: [],
  latestUpdates: {},
});

const commanding = ({ data, occurredAt }: Of<'CommandTaken'>): DeclaredIncident['commander'] => ({
  member: data.member,
  since: occurredAt,
});

const assessed = (
  incident: DeclaredIncident,
  { id, data }: Of<'ScopeAssessed'>,
): DeclaredIncident => ({
  ...incident,
  impactStartedAt: data.impactStartedAt ?? incident.impactStartedAt,
  scope: { event: id, count: (incident.scope?.count ?? 0) + 1 },
});

const opened = ({ data: { action, target, kind, intent } }: Of<'ActionStarted'>): OpenAction => ({
  action,
  target,
  kind,
  intent,
});

const without = (open: readonly OpenAction[], action: string): readonly OpenAction[] =>
  open.filter((one) => one.action !== action);

const updated = (
  incident: DeclaredIncident,
  { id, data, occurredAt }: Of<'UpdatePublished'>,
): DeclaredIncident => ({
  ...incident,
  latestUpdates: { ...incident.latestUpdates, [data.audience]: { at: occurredAt, event: id } },
});

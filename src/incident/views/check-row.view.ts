import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { IncidentEvent } from '../domain/events.js';
import type { Incident } from '../domain/incident.js';

type Happened = FoldedEvent<IncidentEvent>;
type Of<T extends IncidentEvent['type']> = Extract<Happened, { readonly type: T }>;
type Planned = NonNullable<Of<'IncidentDeclared'>['data']['checks']>[number];

/** The rows of checks: what there is to know of each beside its place in the incident. */
export const checkRows = (
  events: readonly Happened[],
  incident: string,
  before: Incident,
): readonly InlineRow[] =>
  events.flatMap((event): InlineRow[] => {
    if (event.type === 'IncidentDeclared')
      return (event.data.checks ?? []).map((check) => pending(check, incident));
    if (event.type === 'MovedToPlaybook') return moved(event, incident, before);
    if (event.type === 'CheckAdded') return [pending(event.data, incident)];
    if (event.type === 'CheckStarted') return [patch(event, incident, started(event))];
    if (isEnd(event)) return [patch(event, incident, { ...found(event), ...ended(event) })];
    return [];
  });

/** What somebody has begun keeps the words by which it was begun. */
const moved = (
  { data }: Of<'MovedToPlaybook'>,
  incident: string,
  before: Incident,
): InlineRow[] => {
  const checks = before.status === 'declared' ? before.checks : [];
  const begun = checks.filter(({ status }) => status !== 'PENDING').map(({ check }) => check);
  return [
    ...(data.checks ?? [])
      .filter(({ check }) => !begun.includes(check))
      .map((check) => pending(check, incident)),
    ...data.dropped.map((check) => patch({ data: { check } }, incident, { dropped: true })),
  ];
};

type End = Of<'CheckCompleted' | 'CheckRevised' | 'CheckSkipped'>;

const isEnd = (event: Happened): event is End =>
  event.type === 'CheckCompleted' || event.type === 'CheckRevised' || event.type === 'CheckSkipped';

/** No two checks of an incident have one key. */
export const checkRowId = (incident: string, check: string): string => `${incident} ${check}`;

const pending = ({ check, title, lookAt }: Planned, incident: string): InlineRow => ({
  table: 'checks',
  id: checkRowId(incident, check),
  columns: {
    ...{ incident, check_key: check, title, look_at: lookAt, status: 'PENDING' },
    ...{ summary: null, reason: null, evidence: [], dropped: false },
  },
});

const patch = (
  { data: { check } }: { readonly data: { readonly check: string } },
  incident: string,
  columns: InlineRow['columns'],
): InlineRow => ({ table: 'checks', id: checkRowId(incident, check), columns });

/** Also of one that was skipped, which then has not ended. */
const started = ({ actor, occurredAt }: Of<'CheckStarted'>) => ({
  ...{ status: 'STARTED', started_by: actor.id, started_at: occurredAt },
  ...{ ended_by: null, ended_at: null, reason: null },
});

const found = (event: End) => {
  switch (event.type) {
    case 'CheckCompleted': {
      const { verdict, summary, evidence } = event.data;
      return { status: verdict, summary: summary ?? null, reason: null, evidence };
    }
    case 'CheckRevised': {
      const { verdict, reason, evidence } = event.data;
      return { status: verdict, reason: reason ?? null, evidence };
    }
    case 'CheckSkipped':
      return { status: 'SKIPPED', reason: event.data.reason ?? null };
  }
};

const ended = ({ actor, occurredAt }: End) => ({ ended_by: actor.id, ended_at: occurredAt });

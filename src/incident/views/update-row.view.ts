import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { IncidentEvent } from '../domain/events.js';
import type { Incident } from '../domain/incident.js';

type Happened = FoldedEvent<IncidentEvent>;
type Of<T extends IncidentEvent['type']> = Extract<Happened, { readonly type: T }>;

/** The rows of updates: one when it is published, completed by a promise and a retraction. */
export const updateRows = (
  events: readonly Happened[],
  after: Incident,
  incidentId: string,
): readonly InlineRow[] =>
  events.flatMap((event) => {
    if (event.type === 'UpdatePublished') return [published(event, incidentId)];
    if (event.type === 'NextUpdatePromised') return promised(event, after);
    if (event.type === 'UpdateRetracted') return [retracted(event)];
    return [];
  });

const published = (
  { id, version, data, actor, occurredAt }: Of<'UpdatePublished'>,
  incident: string,
): InlineRow => ({
  table: 'updates',
  id,
  columns: {
    incident,
    version,
    audience: data.audience,
    text: data.text,
    status: data.status ?? null,
    components: data.components ?? [],
    published_at: occurredAt,
    published_by: actor.id,
    next_update_at: null,
    retracted_at: null,
    retracted_by: null,
    retraction_reason: null,
  },
});

/** A promise belongs to the latest update that its audience has, if there is one. */
const promised = ({ data }: Of<'NextUpdatePromised'>, after: Incident): InlineRow[] => {
  const latest = after.status === 'declared' ? after.latestUpdates[data.audience] : undefined;
  return latest === undefined
    ? []
    : [{ table: 'updates', id: latest.event, columns: { next_update_at: data.promisedFor } }];
};

const retracted = ({ data, actor, occurredAt }: Of<'UpdateRetracted'>): InlineRow => ({
  table: 'updates',
  id: data.update,
  columns: {
    retracted_at: occurredAt,
    retracted_by: actor.id,
    retraction_reason: data.reason ?? null,
  },
});

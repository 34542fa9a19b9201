import type { FoldedEvent } from '../../../kernel/event.js';
import { plusSeconds } from '../../../kernel/instant.js';
import { unresolved, updateAudience } from '../choices.js';
import type { Nudge, UpdateAudience } from '../choices.js';
import type { IncidentEvent } from '../events.js';
import type { DeclaredIncident } from '../state.js';
import type { Due } from './due.js';
import { isProgress } from './progress.js';
import type { Since } from './state.js';

type Happened = FoldedEvent<IncidentEvent>;

/** What is watched in an incident, while the response is under way. */
export type Watch = {
  readonly nudge: Nudge;
  readonly about?: UpdateAudience;
  /** Whether it is missing, so that the clock runs. */
  readonly runs: (incident: DeclaredIncident) => boolean;
  /** Where a clock that runs already counts from now on; undefined: from where it did. */
  readonly restarts?: (event: Happened, before: DeclaredIncident) => Since | undefined;
  /** When it is due, if not the playbook's minutes after its start. */
  readonly due?: (incident: DeclaredIncident, minutes: number) => Due;
};

/** Whether reminders make sense: not once the response is over, nor if it is told in retrospect. */
export const isUnderWay = ({ mode, phase }: DeclaredIncident): boolean =>
  mode !== 'RETROSPECTIVE' && unresolved.includes(phase);

/**
 * Progress is asked for while users are hurt. Once an incident is contained, the cause may be
 * looked for without haste; if containment is lost, the time begins anew.
 */
const isPressing = ({ phase }: DeclaredIncident): boolean => phase === 'INVESTIGATING';
const onProgress = (event: Happened): Since | undefined =>
  isProgress(event) ? { by: event.id } : undefined;

const ofIncident: readonly Watch[] = [
  { nudge: 'NO_COMMANDER', runs: ({ commander }) => commander === null },
  { nudge: 'NO_SCOPE', runs: ({ scope }) => scope === null },
  {
    nudge: 'NO_CHECK_STARTED',
    runs: ({ checks }) => checks.length > 0 && checks.every(({ status }) => status === 'PENDING'),
  },
  { nudge: 'STALLED', runs: isPressing, restarts: onProgress },
  {
    nudge: 'CALL_FOR_HELP',
    runs: (incident) => isPressing(incident) && incident.helpEngaged === 0,
    restarts: onProgress,
  },
  {
    nudge: 'OFFER_EXPIRING',
    runs: ({ offer }) => offer !== null,
    due: ({ offer }, minutes) => ({ before: offer?.until ?? '', by: minutes * 60 }),
  },
];

const ofAudience = (about: UpdateAudience): readonly Watch[] => [
  {
    nudge: 'SILENCE',
    about,
    runs: ({ promises }) => promises[about] === undefined,
    restarts: (event, before) => heard(event, before, about),
  },
  {
    nudge: 'UPDATE_PROMISED',
    about,
    runs: ({ promises }) => promises[about] !== undefined,
    restarts: (event) =>
      event.type === 'NextUpdatePromised' && event.data.audience === about
        ? { by: event.id }
        : undefined,
    due: ({ promises }, minutes) => ({ at: plusSeconds(promises[about]?.at ?? '', minutes * 60) }),
  },
];

/** What was retracted counts as never heard: the silence is as long as it was without it. */
const heard = (
  event: Happened,
  { latestUpdates, opened }: DeclaredIncident,
  about: UpdateAudience,
): Since | undefined => {
  if (event.type === 'UpdatePublished' && event.data.audience === about) return { by: event.id };
  if (event.type !== 'UpdateRetracted' || event.data.audience !== about) return undefined;
  const { update, latest } = event.data;
  return update === latestUpdates[about]?.event
    ? { by: event.id, from: latest?.update ?? opened }
    : undefined;
};

/** Everything that has a clock in the head. Each is told by its nudge and whom it is about. */
export const watches: readonly Watch[] = [
  ...ofIncident,
  ...(Object.keys(updateAudience.values) as UpdateAudience[]).flatMap(ofAudience),
];

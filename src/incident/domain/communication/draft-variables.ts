import type { Instant } from '../../../kernel/instant.js';
import type { UpdateVariable } from '../../../playbook/domain/variables.js';
import type { ActionKind, ActionOutcome, Phase, UpdateAudience } from '../choices.js';
import { containmentOf } from '../containment/containment.js';
import type { DeclaredIncident } from '../state.js';
import { inWords } from '../scope/scope.js';
import type { Scope } from '../scope/scope.js';
import { enumerated, minute, workOn } from '../wording.js';
import type { PublicStatus } from './choices.js';
import type { PublishedComponent } from './events.js';
import { componentInWords, statusInWords } from './wording.js';

/** What an update can be drafted from. */
export type DraftMaterial = {
  readonly incident: Omit<DeclaredIncident, 'status' | 'commander'>;
  readonly audience: UpdateAudience;
  readonly scope: Scope | undefined;
  /** By name. */
  readonly commander: string | undefined;
  readonly publicStatus: PublicStatus | undefined;
  readonly components: readonly PublishedComponent[];
  /** Oldest first. */
  readonly attempts: readonly {
    readonly kind: ActionKind;
    readonly target: string;
    readonly outcome: ActionOutcome | null;
  }[];
  readonly now: Instant;
};

const phaseInWords: Readonly<Record<Phase, string>> = {
  INVESTIGATING: 'under investigation',
  CONTAINED: 'contained',
  RESOLVED: 'resolved',
  CLOSED: 'closed',
  DECLINED: 'declined',
  MERGED: 'part of another incident',
};

type ValueIn = (material: DraftMaterial) => string | undefined;

const valueOf: Readonly<Record<UpdateVariable, ValueIn>> = {
  reference: (of) => of.incident.reference,
  severity: (of) => of.incident.severity,
  phase: (of) => phaseInWords[of.incident.phase],
  features: ({ scope }) => listed(scope?.features ?? []),
  whom: ({ scope }) => {
    if (scope === undefined) return undefined;
    return scope.affected === 'ALL_USERS' ? 'all users' : 'some users';
  },
  impactStartedAt: ({ incident: { impactStartedAt: at } }) =>
    at === null ? undefined : minute(at),
  impactMinutes: ({ incident, now }) =>
    incident.impactStartedAt === null
      ? undefined
      : String(containmentOf(incident, now).minutesUncontained),
  publicStatus: ({ publicStatus: status }) =>
    status === undefined ? undefined : statusInWords[status],
  components: ({ components }) =>
    listed(components.map(({ name, status }) => `${name}: ${componentInWords[status]}`)),
  nextUpdateAt: ({ incident, audience }) => {
    const promise = incident.promises[audience];
    return promise && minute(promise.at);
  },
  title: (of) => of.incident.title,
  service: (of) => of.incident.service ?? undefined,
  scope: ({ scope }) => (scope === undefined ? undefined : inWords(scope)),
  commander: (of) => of.commander,
  actionsUnderWay: ({ attempts }) =>
    listed(attempts.filter(({ outcome }) => outcome === null).map(inFewWords)),
  whatWasDone: ({ attempts }) =>
    listed(attempts.filter(({ outcome }) => outcome === 'WORKED').map(inFewWords)),
};

const listed = (parts: readonly string[]): string | undefined =>
  parts.length === 0 ? undefined : enumerated(parts, 10);

const inFewWords = ({ kind, target }: DraftMaterial['attempts'][number]): string =>
  `${workOn[kind]} ${target}`;

/** The value of every variable, for rendering. */
export const valuesIn = (material: DraftMaterial): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(Object.entries(valueOf).map(([name, valueIn]) => [name, valueIn(material)]));

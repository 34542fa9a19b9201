import type { Instant } from '../../../kernel/instant.js';
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

type Variable = {
  readonly meaning: string;
  /** Not for readers outside: it may name people, customers or systems. */
  readonly isInternal: boolean;
  readonly valueIn: (material: DraftMaterial) => string | undefined;
};

const forAll = (meaning: string, valueIn: Variable['valueIn']): Variable => ({
  meaning,
  isInternal: false,
  valueIn,
});
const withinOnly = (meaning: string, valueIn: Variable['valueIn']): Variable => ({
  meaning,
  isInternal: true,
  valueIn,
});

const phaseInWords: Readonly<Record<Phase, string>> = {
  INVESTIGATING: 'under investigation',
  CONTAINED: 'contained',
  RESOLVED: 'resolved',
  CLOSED: 'closed',
  DECLINED: 'declined',
  MERGED: 'part of another incident',
};

/** What templates may name. A variable has no value while nothing is known of it. */
export const draftVariables: Readonly<Record<string, Variable>> = {
  reference: forAll('The name to say on a call, as INC-42', (of) => of.incident.reference),
  severity: forAll('The severity, as SEV2', (of) => of.incident.severity),
  phase: forAll(
    'How far the response has come, such as under investigation, contained or resolved',
    (of) => phaseInWords[of.incident.phase],
  ),
  features: forAll(
    'The affected features, as last assessed; no value if it is the whole app',
    ({ scope }) => listed(scope?.features ?? []),
  ),
  whom: forAll('Whom it affects: all users, or some users', ({ scope }) => {
    if (scope === undefined) return undefined;
    return scope.affected === 'ALL_USERS' ? 'all users' : 'some users';
  }),
  impactStartedAt: forAll(
    'When users began to be hurt, to the minute',
    ({ incident: { impactStartedAt: at } }) => (at === null ? undefined : minute(at)),
  ),
  impactMinutes: forAll(
    'For how many minutes users were hurt, until now or the end; no value while the start is not known',
    ({ incident, now }) =>
      incident.impactStartedAt === null
        ? undefined
        : String(containmentOf(incident, now).minutesUncontained),
  ),
  publicStatus: forAll(
    'The status that readers outside were last told of',
    ({ publicStatus: status }) => (status === undefined ? undefined : statusInWords[status]),
  ),
  components: forAll('How parts of the product do, as last published', ({ components }) =>
    listed(components.map(({ name, status }) => `${name}: ${componentInWords[status]}`)),
  ),
  nextUpdateAt: forAll(
    'By when the audience was promised more, to the minute',
    ({ incident, audience }) => {
      const promise = incident.promises[audience];
      return promise && minute(promise.at);
    },
  ),
  title: withinOnly('What is wrong, in one line', (of) => of.incident.title),
  service: withinOnly('The service where it was noticed', (of) => of.incident.service ?? undefined),
  scope: withinOnly('The latest assessment of the scope, in words', ({ scope }) =>
    scope === undefined ? undefined : inWords(scope),
  ),
  commander: withinOnly('Who commands, or commanded last, by name', (of) => of.commander),
  actionsUnderWay: withinOnly('What is being done just now', ({ attempts }) =>
    listed(attempts.filter(({ outcome }) => outcome === null).map(inFewWords)),
  ),
  whatWasDone: withinOnly('What was done and worked', ({ attempts }) =>
    listed(attempts.filter(({ outcome }) => outcome === 'WORKED').map(inFewWords)),
  ),
};

const listed = (parts: readonly string[]): string | undefined =>
  parts.length === 0 ? undefined : enumerated(parts, 10);

const inFewWords = ({ kind, target }: DraftMaterial['attempts'][number]): string =>
  `${workOn[kind]} ${target}`;

/** The value of every variable, for rendering. */
export const valuesIn = (material: DraftMaterial): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    Object.entries(draftVariables).map(([name, { valueIn }]) => [name, valueIn(material)]),
  );

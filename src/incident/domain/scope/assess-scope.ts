import { accept, refuse } from '../../../kernel/decision.js';
import { latestBy } from '../../../kernel/instant.js';
import type { Instant } from '../../../kernel/instant.js';
import { evidenceProblems } from '../evidence.js';
import type { EvidenceFacts } from '../evidence.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentRule } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import { lookForSuspects } from '../suspects/window.js';
import { scopeInconsistent, startsAfterwards } from './refusals.js';
import { saysTheSame } from './scope.js';
import type { Scope } from './scope.js';

type Listed = 'features' | 'segments' | 'evidence';

export type AssessScope = Omit<Scope, Listed> & {
  readonly [L in Listed]?: Scope[L] | undefined;
};

export type AssessScopeFacts = EvidenceFacts & {
  /**
   * The assessment that the state names as the latest (strict: one whose id is not that one
   * is not looked at). Without it an equal assessment is recorded once more.
   */
  readonly latestScope?: { readonly event: string; readonly scope: Scope } | undefined;
};

/** Open in every phase: a scope may turn out to be wrong after the incident is resolved. */
export const assessScope: IncidentRule<AssessScope, AssessScopeFacts> = (
  command,
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { latestScope, occurredAt, now } = facts;
  const scope = scopeOf(command);
  const problems = [
    ...extentProblems(scope),
    ...affectedProblems(scope),
    ...startProblems(scope, occurredAt),
    ...evidenceProblems(facts),
  ];
  if (problems.length > 0) return refuse(...problems);
  const isLatest = latestScope !== undefined && latestScope.event === incident.scope?.event;
  if (isLatest && isStillTrue(latestScope.scope, scope, incident)) return accept();
  const start = scope.impactStartedAt ?? incident.impactStartedAt;
  return {
    ...accept({ type: 'ScopeAssessed', data: scope }),
    due: start === incident.impactStartedAt ? [] : [lookForSuspects(now)],
  };
};

/** Not if its start was corrected since: said again, it is put back. */
const isStillTrue = (latest: Scope, scope: Scope, head: DeclaredIncident): boolean =>
  saysTheSame(latest, scope) &&
  (scope.impactStartedAt ?? head.impactStartedAt) === head.impactStartedAt &&
  (scope.impactStartSource ?? head.impactStartSource) === head.impactStartSource;

const scopeOf = (command: AssessScope): Scope => ({
  extent: command.extent,
  features: command.features ?? [],
  affected: command.affected,
  segments: command.segments ?? [],
  estimate: command.estimate,
  impactStartedAt: command.impactStartedAt,
  impactStartSource: command.impactStartSource,
  summary: command.summary,
  evidence: command.evidence ?? [],
});

const extentProblems = ({ extent, features }: Scope): IncidentRefusal[] => {
  if ((extent === 'FEATURES') === features.length > 0) return [];
  const problem =
    extent === 'FEATURES'
      ? 'Name at least one feature, or say WHOLE_APP'
      : 'Name no features with WHOLE_APP, or say FEATURES';
  return [scopeInconsistent(problem, 'features')];
};

const affectedProblems = ({ affected, segments }: Scope): IncidentRefusal[] => {
  const empty = segments.flatMap(({ values }, index) =>
    values.length > 0
      ? []
      : [scopeInconsistent('Name at least one value', 'segments', String(index), 'values')],
  );
  if ((affected === 'SUBSET') === segments.length > 0) return empty;
  const problem =
    affected === 'SUBSET'
      ? 'Name at least one segment, or say ALL_USERS'
      : 'Name no segments with ALL_USERS, or say SUBSET';
  return [scopeInconsistent(problem, 'segments'), ...empty];
};

const startProblems = (
  { impactStartedAt: at, impactStartSource: source }: Scope,
  occurredAt: Instant,
): IncidentRefusal[] => {
  const field = at === undefined ? 'impactStartedAt' : 'impactStartSource';
  const problems =
    (at === undefined) === (source === undefined)
      ? []
      : [scopeInconsistent('Give the impact start and its source together', field)];
  return at === undefined || at <= latestBy(occurredAt)
    ? problems
    : [...problems, startsAfterwards(at, occurredAt)];
};

import { instant, integer, list, oneOf, optional, record, text } from '../../../kernel/field.js';
import type { DataOf } from '../../../kernel/field.js';
import { impactStartSource, scopeAudience, scopeExtent, segmentKind } from '../choices.js';
import type { SegmentKind } from '../choices.js';
import { evidence } from '../fields.js';
import { enumerated, minute } from '../wording.js';

const segment = record('ScopeSegment', 'A group of users that is affected', {
  kind: oneOf('What the users of this group have in common', segmentKind),
  values: list(
    'The accounts, regions or plans, or descriptions of anything else',
    text('One account, region or plan, as people call it', 100),
    20,
  ),
});

/** The payload of an assessment: each one is whole, and does not lean on the one before. */
export const scopeFields = {
  extent: oneOf('How much of the product is affected', scopeExtent),
  features: list(
    'The affected features: at least one for FEATURES, none for WHOLE_APP',
    text('A feature, as people call it', 200),
    50,
  ),
  affected: oneOf('Whom of the users it affects', scopeAudience),
  segments: list(
    'The affected groups of users: at least one for SUBSET, none for ALL_USERS',
    segment,
    50,
  ),
  estimate: optional(integer('About how many people are affected')),
  impactStartedAt: optional(instant('When users began to be hurt, as far as is known')),
  impactStartSource: optional(
    oneOf('How that time is known; given if and only if the time is', impactStartSource),
  ),
  summary: optional(text('The scope in the words of the one who assessed it', 2_000)),
  evidence,
};
export type Scope = DataOf<typeof scopeFields>;

const inOneOrder = (scope: Scope): string =>
  JSON.stringify([
    scope.extent,
    scope.features,
    scope.affected,
    scope.segments.map(({ kind, values }) => [kind, values]),
    scope.estimate ?? null,
    scope.impactStartedAt ?? null,
    scope.impactStartSource ?? null,
    scope.summary ?? null,
    scope.evidence,
  ]);

/** Whether two assessments say the same, whatever order their keys came back from storage in. */
export const saysTheSame = (one: Scope, other: Scope): boolean =>
  inOneOrder(one) === inOneOrder(other);

const segmentName: Readonly<Record<SegmentKind, string>> = {
  ACCOUNT: 'accounts',
  REGION: 'regions',
  PLAN: 'plans',
  OTHER: 'others',
};

/** `checkout for accounts acme, about 1200 people, since 2019-07-02 13:40 UTC` */
export const inWords = (scope: Scope): string => {
  const what = scope.extent === 'WHOLE_APP' ? 'the whole app' : enumerated(scope.features);
  const groups = scope.segments.map(
    ({ kind, values }) => `${segmentName[kind]} ${enumerated(values)}`,
  );
  const whom = scope.affected === 'ALL_USERS' ? 'all users' : enumerated(groups);
  const many = scope.estimate === undefined ? '' : `, about ${scope.estimate} people`;
  const since =
    scope.impactStartedAt === undefined ? '' : `, since ${minute(scope.impactStartedAt)}`;
  return `${what} for ${whom}${many}${since}`;
};

import { describe, expect, it } from '@jest/globals';
import {
  ada,
  assessed,
  commandTaken,
  declared,
  grace,
  incidentFold,
  started,
} from '../../../test/support/given-incident.js';
import { foldInOrder, happened, sampleId } from '../../../test/support/given.js';
import type { Field, Fields } from '../../kernel/field.js';
import { maxOpenActions, maxOpenProposals } from './actions/state.js';
import { maxChecks } from './checks/fields.js';
import { audiences } from './communication/choices.js';
import { incidentEvents } from './events.js';
import type { IncidentEvent } from './events.js';
import { maxHypotheses } from './hypotheses/state.js';
import type { DeclaredIncident, Incident } from './incident.js';
import { maxLabelLength, maxLabels } from './life/labels.js';
import { maxPinnedEntries } from './log/state.js';
import { maxReferences } from './references/state.js';
import { maxRoles } from './roles/role.js';

/** The largest payload that its fields allow, every character of four bytes. */
const widestOf = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, widest(field)]));
const widest = (field: Field): unknown => {
  switch (field.kind) {
    case 'text':
      return '🔥'.repeat(field.max);
    case 'integer':
      return Math.min(field.max, 9_999_999_999);
    case 'flag':
      return true;
    case 'instant':
      return '2019-07-02T13:30:59.999999Z';
    case 'duration':
      return 'PT1440M';
    case 'id':
      return sampleId(field.prefix, 'x'.repeat(26));
    case 'choice':
      return Object.keys(field.choice.values).toSorted((a, b) => b.length - a.length)[0];
    case 'record':
      return widestOf(field.fields);
    case 'list':
      return Array.from({ length: Math.min(field.max, maxChecks) }, () => widest(field.of));
  }
};

/** Keys and labels are ASCII, as their inputs and rules say, and no two are the same. */
const ascii = (many: number, length: number) =>
  Array.from({ length: many }, (_, nth) => String(nth).padStart(length, 'k'));
const checkKeys = ascii(maxChecks, 40);

type Types = IncidentEvent['type'];
type Overrides = Partial<Record<Types, (head: DeclaredIncident) => Record<string, unknown>>>;

const ofOffer = ({ term, offer }: DeclaredIncident) => ({ term, member: offer?.to ?? grace });
/** What has to fit the head for the event to make sense. */
const fitting: Overrides = {
  CommandTaken: ({ term }) => ({ term: term + 1, member: ada }),
  CommandOffered: ({ term }) => ({ term, member: grace }),
  CommandAccepted: ({ term, commander, offer }) => ({
    ...{ term: term + 1, member: offer?.to ?? grace, formerCommander: commander?.member ?? ada },
  }),
  CommandDeclined: ofOffer,
  CommandOfferWithdrawn: ofOffer,
  CommandOfferExpired: ofOffer,
  CommandRelinquished: ({ term, commander }) => ({ term, member: commander?.member ?? ada }),
  IncidentLabelled: () => ({ added: ascii(maxLabels, maxLabelLength), removed: [] }),
  IncidentDeclared: () => ({
    number: 9_999_999_999,
    checks: checkKeys.map((check) => ({ check, title: 'Wide', lookAt: [] })),
  }),
  CheckAdded: ({ checks }) => ({ check: checkKeys[checks.length], after: undefined }),
  CheckStarted: ({ checks }) => ({ check: checks.at(-1)?.check }),
  CheckCompleted: ({ checks }) => ({ check: checks.at(-1)?.check }),
  CheckRevised: ({ checks }) => ({ check: checks.at(-1)?.check }),
  CheckSkipped: ({ checks }) => ({ check: checks.at(-1)?.check }),
  ActionStarted: () => ({ approved: undefined }),
  ActionExtended: () => ({ afterExpiry: undefined }),
  ActionFinished: () => ({ afterExpiry: undefined }),
  ReferenceBound: () => ({ again: undefined }),
};

const types = Object.keys(incidentEvents) as Types[];
const widestData = new Map(types.map((type) => [type, widestOf(incidentEvents[type].data)]));

/** The widest event of a type; of one for an audience, one for each. */
const widestEvents = (type: Types, incident: Incident): IncidentEvent[] => {
  const head = incident as DeclaredIncident;
  const data = { ...widestData.get(type), ...fitting[type]?.(head) };
  const all = 'audience' in data ? audiences.map((audience) => ({ ...data, audience })) : [data];
  return all.map((one) => ({ type, data: one }) as IncidentEvent);
};

const bytesOf = (incident: Incident): number => Buffer.byteLength(JSON.stringify(incident));
const countsOf = (incident: Incident): number =>
  Object.values(incident)
    .map((one: unknown) => (typeof one === 'number' ? one : 0))
    .reduce((sum, one) => sum + one, 0);
const isMore = (after: Incident, before: Incident): boolean => {
  const more = bytesOf(after) - bytesOf(before);
  return more > 0 || (more === 0 && countsOf(after) > countsOf(before));
};

/** Another phase; what a head can hold depends on it. */
const turns: Types[] = [
  ...(['IncidentResolved', 'IncidentClosed', 'IncidentReopened'] as const),
  ...(['IncidentDeclined', 'IncidentMerged'] as const),
];

/** Adds, round by round, every event that makes the head larger, or a count of it higher. */
const grown = (from: Incident, rounds: number): Incident => {
  let incident = from;
  const attempt = (event: IncidentEvent | undefined): void => {
    const next = event && happened(event, 9_999);
    if (!next || !incidentFold.applies(incident, next)) return;
    const after = incidentFold.evolve(incident, next);
    if (isMore(after, incident)) incident = after;
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const type of types.filter((one) => !turns.includes(one))) {
      for (const nth of audiences.keys()) attempt(widestEvents(type, incident)[nth]);
    }
  }
  return incident;
};
const turned = (incident: Incident, to: readonly Types[]): Incident =>
  foldInOrder(
    incidentFold,
    to.map((type) => ({ type, data: { ...widestData.get(type) } }) as IncidentEvent),
    incident,
    9_999,
  );

const lost = Array.from({ length: 12 }, (): IncidentEvent[] => [
  { type: 'IncidentContained', data: {} },
  { type: 'ContainmentLost', data: { evidence: [] } },
]).flat();

/** With everything at its cap: a hundred rounds fill the count that may be the highest. */
const largest = grown(
  foldInOrder(incidentFold, [
    ...widestEvents('IncidentDeclared', { status: 'undeclared' }),
    ...lost,
  ]),
  110,
);

describe('the head state, which every event rewrites', () => {
  it('is below 2 kB in a usual incident', () => {
    const checks = ['deployment', 'database', 'memory', 'dependencies', 'dns'];
    const planned = checks.map((check) => ({ check, title: 'Look', lookAt: [] }));
    const begun = { ...declared, data: { ...declared.data, checks: planned } };
    const labelled: IncidentEvent = {
      type: 'IncidentLabelled',
      data: { added: ['eu', 'payments'], removed: [] },
    };
    const updates = audiences.map((audience): IncidentEvent => ({
      type: 'UpdatePublished',
      data: { audience, text: 'We are rolling back' },
    }));
    const promises = audiences.map((audience): IncidentEvent => ({
      type: 'NextUpdatePromised',
      data: { audience, promisedFor: '2019-07-02T14:30:00.000000Z' },
    }));
    const past = [begun, commandTaken, labelled, assessed(), started(), ...updates, ...promises];
    expect(bytesOf(foldInOrder(incidentFold, past))).toBeLessThan(2_000);
  });

  it('holds everything at its cap when it is as large as it can be', () => {
    expect(largest).toMatchObject({
      title: '🔥'.repeat(200),
      service: '🔥'.repeat(100),
      commander: { member: expect.any(String) },
      offer: { to: expect.any(String) },
      ...{ openActions: maxOpenActions, openProposals: maxOpenProposals },
      ...{ hypotheses: maxHypotheses, heldRoles: maxRoles },
      ...{ references: maxReferences, pinnedEntries: maxPinnedEntries },
      ...{ firstContainedAt: expect.any(String), containmentsLost: 12 },
    });
    const { checks, labels, latestUpdates, promises } = largest as DeclaredIncident;
    expect([checks.length, labels.length]).toEqual([maxChecks, maxLabels]);
    expect(Object.keys({ ...latestUpdates })).toEqual(audiences);
    expect(Object.keys({ ...promises })).toEqual(audiences);
  });

  it.each<[string, Types[]]>([
    ['goes on', []],
    ['is restricted', ['IncidentRestricted']],
    ['is resolved', ['IncidentResolved']],
    ['is closed', ['IncidentResolved', 'IncidentClosed']],
    ['is declined', ['IncidentDeclined']],
    ['is merged', ['IncidentMerged']],
    ['was reopened', ['IncidentResolved', 'IncidentClosed', 'IncidentReopened']],
  ])('is below 8 kB in an incident that %s, and grows by digits of counts alone', (_how, to) => {
    const head = grown(turned(largest, to), 10);
    expect(bytesOf(head)).toBeLessThan(8_000);
    expect(bytesOf(grown(head, 30)) - bytesOf(head)).toBeLessThan(5);
  });
});

import fc from 'fast-check';
import * as choices from '../../../src/incident/domain/choices.js';
import { acknowledgeIncident } from '../../../src/incident/domain/life/acknowledge-incident.js';
import { changeSeverity } from '../../../src/incident/domain/life/change-severity.js';
import { closeIncident } from '../../../src/incident/domain/life/close-incident.js';
import { declareIncident } from '../../../src/incident/domain/life/declare-incident.js';
import { declineIncident } from '../../../src/incident/domain/life/decline-incident.js';
import { labelIncident } from '../../../src/incident/domain/life/label-incident.js';
import { mergeIncident } from '../../../src/incident/domain/life/merge-incident.js';
import type { MergeFacts } from '../../../src/incident/domain/life/merge-incident.js';
import { renameIncident } from '../../../src/incident/domain/life/rename-incident.js';
import { reopenIncident } from '../../../src/incident/domain/life/reopen-incident.js';
import { resolveIncident } from '../../../src/incident/domain/life/resolve-incident.js';
import type { IncidentRule } from '../../../src/incident/domain/rule.js';
import { attempts, maybe, term, valueOf, words } from './attempt.js';
import { named } from './playbooks.js';

export const declarations = attempts(
  declareIncident,
  fc.record({
    incident: fc.constant('inc'),
    number: fc.integer({ min: 1, max: 9 }),
    title: words,
    severity: valueOf(choices.severity),
    mode: fc.oneof({ weight: 2, arbitrary: fc.constant('REAL' as const) }, valueOf(choices.mode)),
    playbook: maybe(fc.constantFrom('shop@1', 'shop@2')),
  }),
  true,
  ({ playbook }) => named(playbook),
);

type Named = { readonly into: 'other' | 'itself'; readonly term: number | undefined };
const mergeNamed: IncidentRule<
  Named,
  MergeFacts & { readonly itself: string; readonly other: string }
> = ({ into, term: named }, incident, { itself, other, ...facts }) =>
  mergeIncident(
    { duplicate: itself, into: into === 'other' ? other : itself, term: named },
    incident,
    facts,
  );
const mostlyOther = fc.constantFrom('other' as const, 'other' as const, 'itself' as const);
const rarelyTerm = fc.constantFrom(undefined, undefined, undefined, 1);

const labels = fc.uniqueArray(fc.constantFrom('eu', 'EU', 'us', 'no label'), { maxLength: 2 });

export const lifeAttempts = [
  declarations,
  attempts(acknowledgeIncident, fc.constant({}), true),
  attempts(renameIncident, fc.record({ title: words }), true),
  attempts(changeSeverity, fc.record({ severity: valueOf(choices.severity), reason: words }), true),
  attempts(labelIncident, fc.record({ add: labels, remove: labels }), true),
];

/** Rare, since little can happen after it; more often than not it goes on. */
export const endings = [
  attempts(resolveIncident, fc.record({ term }), true),
  attempts(closeIncident, fc.record({ term }), true),
  attempts(reopenIncident, fc.record({ reason: words }), true),
  attempts(reopenIncident, fc.record({ reason: words }), true),
];

/** Mostly into the other one, and by whoever may direct it. */
const merges = attempts(
  mergeNamed,
  fc.record({ into: mostlyOther, term: rarelyTerm }),
  true,
  (_, { streamId, beside, incident }, actor) => {
    const commander = incident.status === 'declared' ? incident.commander : null;
    return {
      actor: { ...actor, id: commander?.member ?? actor.id },
      itself: streamId,
      other: beside.streamId,
      beside: beside.incident,
    };
  },
);
/** Rarer still: a merged incident never goes on. */
export const endingsApart = [
  attempts(declineIncident, fc.record({ term, reason: words }), true),
  ...[merges, merges, merges],
];

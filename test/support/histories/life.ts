import fc from 'fast-check';
import * as choices from '../../../src/incident/domain/choices.js';
import { acknowledgeIncident } from '../../../src/incident/domain/life/acknowledge-incident.js';
import { changeSeverity } from '../../../src/incident/domain/life/change-severity.js';
import { closeIncident } from '../../../src/incident/domain/life/close-incident.js';
import { declareIncident } from '../../../src/incident/domain/life/declare-incident.js';
import { labelIncident } from '../../../src/incident/domain/life/label-incident.js';
import { renameIncident } from '../../../src/incident/domain/life/rename-incident.js';
import { reopenIncident } from '../../../src/incident/domain/life/reopen-incident.js';
import { resolveIncident } from '../../../src/incident/domain/life/resolve-incident.js';
import { attempts, maybe, term, valueOf, words } from './attempt.js';
import { named } from './playbooks.js';

export const declarations = attempts(
  declareIncident,
  fc.record({
    incident: fc.constant('inc'),
    number: fc.integer({ min: 1, max: 9 }),
    title: words,
    severity: valueOf(choices.severity),
    mode: valueOf(choices.mode),
    playbook: maybe(fc.constantFrom('shop@1', 'shop@2')),
  }),
  true,
  ({ playbook }) => named(playbook),
);

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

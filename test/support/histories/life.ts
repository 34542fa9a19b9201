import fc from 'fast-check';
import * as choices from '../../../src/incident/domain/choices.js';
import { declareIncident } from '../../../src/incident/domain/life/declare-incident.js';
import { resolveIncident } from '../../../src/incident/domain/life/resolve-incident.js';
import { declaredWithChecks } from '../given-checks.js';
import { attempts, maybe, term, valueOf, words } from './attempt.js';

export const declarations = attempts(
  declareIncident,
  fc.record({
    incident: fc.constant('inc'),
    number: fc.integer({ min: 1, max: 9 }),
    title: words,
    severity: valueOf(choices.severity),
    mode: valueOf(choices.mode),
    checks: maybe(fc.constant(declaredWithChecks.data.checks)),
  }),
  true,
);

/** Rare, since little can happen after it. */
export const resolutions = attempts(resolveIncident, fc.record({ term }), true);

export const lifeAttempts = [declarations];

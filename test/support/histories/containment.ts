import fc from 'fast-check';
import { declareContained } from '../../../src/incident/domain/containment/declare-contained.js';
import { reportContainmentLost } from '../../../src/incident/domain/containment/report-containment-lost.js';
import { attempts, term, words } from './attempt.js';

const containments = attempts(declareContained, fc.record({ term }), true);
const losses = attempts(reportContainmentLost, fc.record({ reason: words }), true);

/** Each twice, since they take turns and so are often refused. */
export const containmentAttempts = [containments, losses, containments, losses];

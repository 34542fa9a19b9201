import fc from 'fast-check';
import { declareContained } from '../../../src/incident/domain/containment/declare-contained.js';
import { attempts, term } from './attempt.js';

export const containmentAttempts = [attempts(declareContained, fc.record({ term }), true)];

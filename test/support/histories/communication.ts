import fc from 'fast-check';
import * as choices from '../../../src/incident/domain/choices.js';
import { publishUpdate } from '../../../src/incident/domain/communication/publish-update.js';
import { attempts, valueOf, words } from './attempt.js';

export const communicationAttempts = [
  attempts(
    publishUpdate,
    fc.record({ audience: valueOf(choices.updateAudience), text: words }),
    false,
  ),
];

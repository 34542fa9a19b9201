import fc from 'fast-check';
import { moveToPlaybook } from '../../../src/incident/domain/playbook/move-to-playbook.js';
import { referenceOf } from '../../../src/playbook/domain/playbook.js';
import { attempts, term } from './attempt.js';
import { playbooks } from './running.js';

export const named = (given: string | undefined) => {
  const playbook = playbooks.find((one) => referenceOf(one) === given);
  return { named: playbook && { playbook, isRetired: false } };
};

const anyPlaybook = fc.constantFrom(...playbooks.map(referenceOf), 'none');

export const playbookAttempts = [
  attempts(moveToPlaybook, fc.record({ playbook: anyPlaybook, term }), true, ({ playbook }) =>
    named(playbook),
  ),
];

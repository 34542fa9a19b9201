import type { Incident } from '../../../src/incident/domain/incident.js';
import { builtIn } from '../../../src/playbook/built-in.js';
import { referenceOf } from '../../../src/playbook/domain/playbook.js';
import type { Playbook } from '../../../src/playbook/domain/playbook.js';
import { declaredWithChecks } from '../given-checks.js';

const { checks } = declaredWithChecks.data;
const lookAt = [{ title: 'Depth', text: 'Bad: it grows' }];

/** Of two playbooks: one in two versions, which share some checks, and one of other checks. */
export const playbooks: readonly Playbook[] = [
  { ...builtIn, name: 'shop', version: 1, checks },
  {
    ...{ ...builtIn, name: 'shop', version: 2 },
    checks: [{ check: 'queue', title: 'Queues', lookAt }, ...checks.slice(1)],
    windows: { ...builtIn.windows, suspectsMinutes: 30 },
  },
  { ...builtIn, name: 'dns', checks: [{ check: 'dns', title: 'DNS', lookAt }] },
];

/** What an incident runs; the built-in one unless it says otherwise. */
export const runningIn = (incident: Incident): Playbook =>
  (incident.status === 'declared'
    ? playbooks.find((one) => referenceOf(one) === incident.playbook)
    : undefined) ?? builtIn;

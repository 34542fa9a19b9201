import type * as actions from './actions/refusals.js';
import type * as checks from './checks/refusals.js';
import type * as command from './command/refusals.js';
import type * as hypotheses from './hypotheses/refusals.js';
import type * as communication from './communication/refusals.js';
import type * as life from './life/refusals.js';
import type * as log from './log/refusals.js';
import type * as roles from './roles/refusals.js';
import type * as scope from './scope/refusals.js';
import type * as suspects from './suspects/refusals.js';
import type * as followUps from './follow-ups/refusals.js';
import type * as review from './review/refusals.js';
import type * as clocks from './clocks/refusals.js';
import type * as guardrails from './guardrails/refusals.js';
import type * as help from './help/refusals.js';
import type * as playbook from './playbook/refusals.js';
import type * as references from './references/refusals.js';
import type * as sight from './sight/refusals.js';

type MadeBy<M> = {
  [F in keyof M]: M[F] extends (...given: never[]) => infer R ? R : never;
}[keyof M];

/** Every reason for which a rule of the incident says no. */
export type IncidentRefusal =
  | MadeBy<typeof life>
  | MadeBy<typeof command>
  | MadeBy<typeof roles>
  | MadeBy<typeof scope>
  | MadeBy<typeof actions>
  | MadeBy<typeof checks>
  | MadeBy<typeof hypotheses>
  | MadeBy<typeof communication>
  | MadeBy<typeof log>
  | MadeBy<typeof suspects>
  | MadeBy<typeof sight>
  | MadeBy<typeof references>
  | MadeBy<typeof help>
  | MadeBy<typeof guardrails>
  | MadeBy<typeof clocks>
  | MadeBy<typeof review>
  | MadeBy<typeof followUps>
  | MadeBy<typeof playbook>;

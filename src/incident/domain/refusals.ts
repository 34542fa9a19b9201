import type * as actions from './actions/refusals.js';
import type * as command from './command/refusals.js';
import type * as help from './help/refusals.js';
import type * as life from './life/refusals.js';
import type * as references from './references/refusals.js';
import type * as scope from './scope/refusals.js';
import type * as sight from './sight/refusals.js';

type MadeBy<M> = {
  [F in keyof M]: M[F] extends (...given: never[]) => infer R ? R : never;
}[keyof M];

/** Every reason for which a rule of the incident says no. */
export type IncidentRefusal =
  | MadeBy<typeof life>
  | MadeBy<typeof command>
  | MadeBy<typeof scope>
  | MadeBy<typeof actions>
  | MadeBy<typeof sight>
  | MadeBy<typeof references>
  | MadeBy<typeof help>;

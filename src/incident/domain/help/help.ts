import type { Grants } from '../sight/grant.js';
import type { HelpState } from './choices.js';

/** Who helps: exactly one of a member and somebody outside. */
export type Helper = {
  readonly helper?: string | undefined;
  readonly party?: string | undefined;
  readonly contact?: string | undefined;
};

/** A request for help as it stands. */
export type Help = Helper & {
  readonly help: string;
  readonly state: HelpState;
  readonly need: string;
  readonly skill?: string | undefined;
};

export type HelpFacts = {
  /** The request of this incident that the command names, if there is one. Strict: the version of its incident backs it. */
  readonly known?: Help | undefined;
};

export type EngagementFacts = HelpFacts & {
  /** Of the member who helps. Strict, like the request. */
  readonly grants: Grants;
};

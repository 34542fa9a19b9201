/** Nothing that grows with requests for help: a rule learns of the one it needs from its facts. */
export type HelpersState = {
  /** For how many requests somebody is engaged. */
  readonly helpEngaged: number;
};

export const initialHelpers: HelpersState = { helpEngaged: 0 };

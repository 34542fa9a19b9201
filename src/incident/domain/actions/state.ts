/** Nothing that grows with actions: a rule learns of the one it needs from its facts. */
export type ActionsState = {
  /** How many are being carried out. */
  readonly openActions: number;
};

export const initialActions: ActionsState = { openActions: 0 };

export const maxOpenActions = 50;

/** Nothing that grows with actions: a rule learns of the one it needs from its facts. */
export type ActionsState = {
  /** How many are being carried out, those whose lease has expired not among them. */
  readonly openActions: number;
  /** How many wait to be started, approved or not. */
  readonly openProposals: number;
};

export const initialActions: ActionsState = { openActions: 0, openProposals: 0 };

export const maxOpenActions = 50;
export const maxOpenProposals = 100;

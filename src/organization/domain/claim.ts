/** An open action that holds a target. */
export type Claim = {
  readonly action: string;
  readonly incident: string;
  readonly target: string;
};

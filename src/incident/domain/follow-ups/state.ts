/** Nothing that grows with follow-ups: a rule learns of the one it needs from its facts. */
export type FollowUpsState = {
  /** How many are to be done. */
  readonly openFollowUps: number;
};

export const initialFollowUps: FollowUpsState = { openFollowUps: 0 };

export const maxOpenFollowUps = 500;

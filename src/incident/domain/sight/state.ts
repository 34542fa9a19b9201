export type SightState = {
  /** Seen by its participants, by whom sight was granted, and by admins alone. */
  readonly restricted: boolean;
};

export const initialSight: SightState = { restricted: false };

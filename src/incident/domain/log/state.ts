/** Corrections change the log and nothing else of the head. */
export type LogState = {
  /** How many entries are pinned. */
  readonly pinnedEntries: number;
};

export const initialLog: LogState = { pinnedEntries: 0 };

export const maxPinnedEntries = 20;

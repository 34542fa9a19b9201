/** Which part of a list to read, by the key that it is sorted by. */
export type Stretch<K extends string | number> = {
  /** Start beyond it; without it, at an end. */
  readonly beyond: K | undefined;
  /** From the end back. */
  readonly backward: boolean;
  readonly limit: number;
};

/** A stretch of a list in order of id; `backward`: from its end, in reverse. */
export type Stretch = {
  /** Only what comes after this id, or before it when `backward`. */
  readonly beyond?: string | undefined;
  readonly backward: boolean;
  readonly limit: number;
};

/** The end of a statement whose parameter $1 is the organization. Add `stretchValues`. */
export const stretchSql = (id: string, { backward }: Stretch): string =>
  backward
    ? `and ${id} < $2 order by ${id} desc limit $3`
    : `and ${id} > $2 order by ${id} limit $3`;

/** Ids stand in the order of their bytes: after '' and before '~'. */
export const stretchValues = ({ beyond, backward, limit }: Stretch): [string, number] => [
  beyond ?? (backward ? '~' : ''),
  limit,
];

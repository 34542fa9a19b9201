export type ReferencesState = {
  /** How many things in other systems are bound. */
  readonly references: number;
};

export const initialReferences: ReferencesState = { references: 0 };

export const maxReferences = 50;

/** Nothing that grows with people: who takes part and has which role stands in rows. */
export type RolesState = {
  /** How many roles are held. */
  readonly heldRoles: number;
};

export const initialRoles: RolesState = { heldRoles: 0 };

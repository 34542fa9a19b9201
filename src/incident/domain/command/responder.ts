export type CommanderFacts = {
  /**
   * Whether whoever commands was removed, or may no longer respond: nothing is left that they
   * could do with command. Advisory: members belong to another stream.
   */
  readonly commanderIsGone?: boolean | undefined;
};

export type ResponderFacts = {
  /**
   * Whether the person whom the command names is a member of the organization with a role that
   * may respond. Advisory: members belong to another stream.
   */
  readonly mayRespond: boolean;
};

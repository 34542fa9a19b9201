export type ResponderFacts = {
  /**
   * Whether the person whom the command names is a member of the organization with a role that
   * may respond. Advisory: members belong to another stream.
   */
  readonly mayRespond: boolean;
};

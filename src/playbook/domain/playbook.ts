/** One thing to look at in a check, and how to tell that it is bad. */
export type LookAt = { readonly title: string; readonly text: string };

/** A check as a playbook has it. */
export type PlaybookCheck = {
  /** Its key: `[a-z0-9-]`, at most 40 characters, unique in the playbook. */
  readonly check: string;
  readonly title: string;
  readonly lookAt: readonly LookAt[];
};

/** What to look at first, in order. An incident keeps the version that it was declared with. */
export type Playbook = {
  readonly name: string;
  readonly version: number;
  /** At most 30. */
  readonly checks: readonly PlaybookCheck[];
};

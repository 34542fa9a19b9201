/** What is wrong with the file of a playbook, and where: lines and columns count from 1. */
export type PlaybookProblem = {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
};

/** Every reason for which a rule of a playbook says no. */
export type PlaybookRefusal =
  | ReturnType<typeof playbookNotFound>
  | ReturnType<typeof playbookExists>
  | ReturnType<typeof playbookNameTaken>
  | ReturnType<typeof playbookRetired>
  | ReturnType<typeof playbookInvalid>;

export const playbookNotFound = () => ({
  code: 'PLAYBOOK_NOT_FOUND' as const,
  message: 'There is no such playbook: look it up in `playbooks`, or create it first',
  path: ['input', 'playbook'],
});

export const playbookExists = (name: string) => ({
  code: 'PLAYBOOK_EXISTS' as const,
  message: `This is the playbook ${name} already: say what is new with publishPlaybookVersion`,
  path: ['input', 'playbook'],
});

export const playbookNameTaken = (name: string) => ({
  code: 'PLAYBOOK_NAME_TAKEN' as const,
  message: `There is a playbook ${name} already: use another name, or publish a version of it`,
  path: ['input', 'name'],
});

export const playbookRetired = (name: string) => ({
  code: 'PLAYBOOK_RETIRED' as const,
  message: `The playbook ${name} is retired: use another`,
  path: ['input', 'playbook'],
});

export const playbookInvalid = (problems: readonly PlaybookProblem[]) => ({
  code: 'PLAYBOOK_INVALID' as const,
  message: `The playbook is not right: ${problems.length === 1 ? 'one problem' : `${problems.length} problems`}`,
  path: ['input', 'yaml'],
  problems,
});

const path = ['input', 'playbook'];

export const playbookUnknown = (given: string) => ({
  code: 'PLAYBOOK_NOT_FOUND' as const,
  message: `There is no playbook ${given}: look it up in \`playbooks\`, and name it or name@version`,
  path,
});

export const playbookIsRetired = (given: string) => ({
  code: 'PLAYBOOK_RETIRED' as const,
  message: `The playbook ${given} is retired: name another`,
  path,
});

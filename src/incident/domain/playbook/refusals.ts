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

export const tooManyToMove = (count: number, most: number) => ({
  code: 'TOO_MANY_CHECKS' as const,
  message: `With the checks that stay, the incident would have ${count}, and it has at most ${most}: name a playbook with fewer`,
  path,
  most,
});

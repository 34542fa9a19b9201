export const changeUnknown = (change: string) => ({
  code: 'CHANGE_UNKNOWN' as const,
  message: `${change} was never recorded: look its id up in \`changes\`, or record it first`,
  path: ['input', 'change'],
  change,
});

export const changeNotLinked = (change: string) => ({
  code: 'CHANGE_NOT_LINKED' as const,
  message: `${change} is not linked to this incident: link it first`,
  path: ['input', 'change'],
  change,
});

export const helpExists = (help: string) => ({
  code: 'HELP_EXISTS' as const,
  message: `${help} is the id of another request for help: use a new id, or none`,
  path: ['input', 'help'],
});

export const helpNotFound = (help: string) => ({
  code: 'HELP_NOT_FOUND' as const,
  message: `${help} was never requested in this incident: look its id up in the help of the incident`,
  path: ['input', 'help'],
});

export const helpNotOpen = (help: string) => ({
  code: 'HELP_NOT_OPEN' as const,
  message: `Somebody else was engaged for ${help}, or it is over: request help anew`,
  path: ['input', 'help'],
});

export const helperNotFound = (helper: string) => ({
  code: 'HELPER_NOT_FOUND' as const,
  message: `${helper} is no member of this organization: name an outside party instead, or invite them`,
  path: ['input', 'who', 'member'],
});

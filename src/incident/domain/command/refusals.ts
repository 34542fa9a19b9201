export const alreadyCommanded = (commander: string, term: number) => ({
  code: 'ALREADY_COMMANDED' as const,
  message: `${commander} commands in term ${term}: ask to be offered command`,
  commander,
  term,
});

export const termRequired = (currentTerm: number, commander: string) => ({
  code: 'TERM_REQUIRED' as const,
  message: `Only ${commander}, who commands, may leave the term out: agree with them, and give term ${currentTerm}`,
  path: ['input', 'term'],
  currentTerm,
  commander,
});

export const staleTerm = (currentTerm: number, commander: string | null) => ({
  code: 'STALE_TERM' as const,
  message:
    commander === null
      ? 'Nobody commands, in that term or any: leave the term out'
      : `Command is in term ${currentTerm} and with ${commander}: agree with them, and give term ${currentTerm}`,
  path: ['input', 'term'],
  currentTerm,
  commander,
});

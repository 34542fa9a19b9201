export const channelTaken = (system: string, externalId: string) => ({
  code: 'CHANNEL_TAKEN' as const,
  message: `${externalId} in ${system} serves another incident: unbind it there, or use another channel`,
  path: ['input', 'externalId'],
});

export const tooManyReferences = (most: number) => ({
  code: 'TOO_MANY_REFERENCES' as const,
  message: `${most} references are bound, and no more may be: unbind one that is no longer needed`,
});

export const viewerNotFound = (viewer: string) => ({
  code: 'VIEWER_NOT_FOUND' as const,
  message: `${viewer} is no member or integration of this organization: look the id up in \`members\``,
  path: ['input', 'viewer'],
});

export const commanderNeedsSight = (commander: string) => ({
  code: 'COMMANDER_NEEDS_SIGHT' as const,
  message: `${commander} commands, and nobody commands blind: let somebody else take command first`,
  path: ['input', 'viewer'],
});

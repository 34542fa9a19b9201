/** `problem` says what would be right; `path` leads to the field that would have to differ. */
export const scopeInconsistent = (problem: string, ...path: string[]) => ({
  code: 'SCOPE_INCONSISTENT' as const,
  message: problem,
  path: ['input', ...path],
});

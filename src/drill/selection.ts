/** `['incident.id', 'events.0.id']` as a selection of GraphQL: `incident { id } events { id }`. */
export const selectionOf = (paths: readonly string[]): string => {
  const below = Map.groupBy(
    paths.map((path) => path.split('.').filter((key) => !/^\d+$/.test(key))),
    ([first = '']) => first,
  );
  return [...below]
    .map(([name, keys]) => {
      const rest = keys.map(([, ...more]) => more.join('.')).filter((path) => path !== '');
      return rest.length === 0 ? name : `${name} { ${selectionOf(rest)} }`;
    })
    .join(' ');
};

/** The value at a path such as `events.0.id`; undefined where there is none. */
export const valueAt = (answer: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[key],
      answer,
    );

/** Whether the value holds at least what is wanted: records in part, lists whole and in order. */
export const holds = (value: unknown, wanted: unknown): boolean => {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(value) &&
      value.length === wanted.length &&
      wanted.every((one, index) => holds(value[index], one))
    );
  }
  if (typeof wanted !== 'object' || wanted === null) return value === wanted;
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(wanted).every(([key, one]) => holds(valueAt(value, key), one))
  );
};

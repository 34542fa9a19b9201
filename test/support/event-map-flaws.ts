import type { EventMap } from '../../src/kernel/event.js';
import type { Field, Fields } from '../../src/kernel/field.js';

const envelope = [
  ...['id', 'type', 'schemaVersion', 'organization', 'streamType', 'streamId', 'version'],
  ...['position', 'occurredAt', 'recordedAt', 'actor', 'via', 'correlationId', 'causationId'],
];

const isDescribed = (description: string): boolean => /^[A-Z].{2,}[^.\s]$/.test(description);

const flawsOfField = (path: string, field: Field, siblings: Fields): string[] => [
  ...(isDescribed(field.description) ? [] : [`${path} has no description`]),
  ...(field.personalTo === undefined || siblings[field.personalTo]?.kind === 'id'
    ? []
    : [`${path} is personal to nobody`]),
  ...(field.kind === 'list' ? flawsOfField(`${path}[]`, field.of, siblings) : []),
  ...(field.kind === 'record' ? flawsOfFields(path, field.fields) : []),
  ...(field.kind === 'choice'
    ? Object.entries({ ...field.choice.values, '': field.choice.description })
        .filter(([, meaning]) => !isDescribed(meaning))
        .map(([value]) => `${field.choice.name}.${value} has no description`)
    : []),
];

const flawsOfFields = (path: string, fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, field]) => flawsOfField(`${path}.${name}`, field, fields));

/** What a map of events lacks to become a schema: descriptions, and names clear of the envelope. */
export const flawsOf = (events: EventMap): string[] =>
  Object.entries(events).flatMap(([type, { description, data }]) => [
    ...(isDescribed(description) ? [] : [`${type} has no description`]),
    ...Object.keys(data)
      .filter((name) => envelope.includes(name))
      .map((name) => `${type}.${name} is a name of the envelope`),
    ...flawsOfFields(type, data),
  ]);

const shapeOf = (field: Field): string => {
  switch (field.kind) {
    case 'id':
      return `id ${field.prefix}`;
    case 'choice':
      return `choice ${field.choice.name}`;
    case 'record':
      return `record ${field.name}`;
    case 'list':
      return `list of ${shapeOf(field.of)}`;
    case 'text':
    case 'integer':
    case 'flag':
    case 'instant':
    case 'duration':
      return field.kind;
  }
};

/**
 * Payload fields of one name that differ in shape, over all of the maps. GraphQL would refuse
 * to select such a field from events of both types at once.
 */
export const clashesOf = (...maps: EventMap[]): string[] => {
  const fields = maps
    .flatMap((events) => Object.entries(events))
    .flatMap(([type, { data }]) =>
      Object.entries(data).map(([name, field]) => ({
        path: `${type}.${name}`,
        name,
        shape: `${field.optional === true || field.personalTo !== undefined ? 'optional ' : ''}${shapeOf(field)}`,
      })),
    );
  return fields.flatMap(({ path, name, shape }) => {
    const first = fields.find((one) => one.name === name);
    return first === undefined || first.shape === shape
      ? []
      : [`${path} is ${shape}, but ${first.path} is ${first.shape}`];
  });
};

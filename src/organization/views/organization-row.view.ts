import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { OrganizationEvent } from '../domain/events.js';

/** `id` is that of the organization itself. */
export const organizationRows = (
  id: string,
  events: readonly FoldedEvent<OrganizationEvent>[],
): readonly InlineRow[] =>
  events.flatMap((event) => {
    if (event.type === 'OrganizationCreated')
      return [{ table: 'organizations', id, columns: { name: event.data.name } }];
    if (event.type !== 'SettingsChanged') return [];
    const { organizationName: name, restrictNewIncidents } = event.data;
    const columns = {
      ...(name !== undefined && { name }),
      ...(restrictNewIncidents !== undefined && { restrict_new_incidents: restrictNewIncidents }),
    };
    return [{ table: 'organizations', id, columns }];
  });

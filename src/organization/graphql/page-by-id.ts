import type { Connection } from '../../platform/graphql/connection.js';
import { decodePageCursor, encodePageCursor } from '../../platform/graphql/cursor.js';
import { connectionFrom, pageOf, type ConnectionArgs } from '../../platform/graphql/page.js';
import type { Stretch } from '../views/stretch.js';

/** A page of a list in order of id. `kind` tells its cursors from those of other lists. */
export const pageById = async <R extends { readonly id: string }>(
  kind: string,
  args: ConnectionArgs,
  list: (stretch: Stretch) => Promise<readonly R[]>,
): Promise<Connection<R>> => {
  const page = pageOf(args);
  const { cursor, cursorPath, backward, limit } = page;
  const [beyond] =
    cursor === undefined ? [] : decodePageCursor(kind, cursor, cursorPath, ['string']);
  const rows = await list({ beyond, backward, limit: limit + 1 });
  return connectionFrom(rows, page, ({ id }) => encodePageCursor(kind, [id]));
};

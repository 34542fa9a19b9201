import { Injectable } from '@nestjs/common';
import type { Connection } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { decodePageCursor, encodePageCursor } from '../../platform/graphql/cursor.js';
import { connectionFrom, type Page } from '../../platform/graphql/page.js';
import { listLoader, perOperation } from '../../platform/graphql/per-operation.js';
import { readCommandTerms, type CommandTermView } from '../views/command-terms.query.js';
import { readParticipants, type ParticipantView } from '../views/participants.query.js';
import { readHeldRoles, readRoleHistory, type RoleView } from '../views/roles.query.js';

/** What is read of command, roles and participants. */
@Injectable()
export class CommandReads {
  private readonly held = perOperation(({ reads }) =>
    listLoader(
      (incidents) => readHeldRoles(reads, incidents),
      ({ incident }) => incident,
    ),
  );

  /** The roles that are held, as they stand after a command of the same operation. */
  heldRoles(context: OperationContext, incident: string): Promise<readonly RoleView[]> {
    return this.held(context).load(incident);
  }

  async commandHistory(
    { reads }: OperationContext,
    incident: string,
    page: Page,
  ): Promise<Connection<CommandTermView>> {
    const kind = `commandHistory ${incident}`;
    const rows = await readCommandTerms(reads, incident, stretchByNumber(page, kind));
    return connectionFrom(rows, page, ({ term }) => encodePageCursor(kind, [term]));
  }

  async roleHistory(
    { reads }: OperationContext,
    incident: string,
    page: Page,
  ): Promise<Connection<RoleView>> {
    const kind = `roleHistory ${incident}`;
    const rows = await readRoleHistory(reads, incident, stretchByNumber(page, kind));
    return connectionFrom(rows, page, ({ nth }) => encodePageCursor(kind, [nth]));
  }

  async participants(
    { reads }: OperationContext,
    of: { readonly incident: string; readonly all: boolean },
    page: Page,
  ): Promise<Connection<ParticipantView>> {
    const kind = `participants ${of.incident}`;
    const rows = await readParticipants(reads, of, stretchById(page, kind));
    return connectionFrom(rows, page, ({ member }) => encodePageCursor(kind, [member]));
  }
}

const stretchByNumber = (page: Page, kind: string) => {
  const { cursor, cursorPath } = page;
  const [beyond] =
    cursor === undefined ? [] : decodePageCursor(kind, cursor, cursorPath, ['number']);
  return stretchOf(page, beyond);
};

const stretchById = (page: Page, kind: string) => {
  const { cursor, cursorPath } = page;
  const [beyond] =
    cursor === undefined ? [] : decodePageCursor(kind, cursor, cursorPath, ['string']);
  return stretchOf(page, beyond);
};

/** One row more than the page holds, which tells that there is more. */
const stretchOf = <K extends string | number>(
  { backward, limit }: Page,
  beyond: K | undefined,
) => ({
  beyond,
  backward,
  limit: limit + 1,
});

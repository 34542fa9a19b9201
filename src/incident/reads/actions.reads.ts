import { Injectable } from '@nestjs/common';
import { TargetsService } from '../../organization/targets.service.js';
import type { Connection } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { decodePageCursor, encodePageCursor } from '../../platform/graphql/cursor.js';
import { connectionFrom, type Page } from '../../platform/graphql/page.js';
import { listLoader, perOperation } from '../../platform/graphql/per-operation.js';
import {
  listActions,
  readActionsIn,
  readClaims,
  type ActionFilter,
} from '../views/action-lists.query.js';
import type { ActionView } from '../views/actions.query.js';

/** Lists of actions. */
@Injectable()
export class ActionReads {
  private readonly proposalsOf = perOperation(({ reads }) =>
    listLoader(
      (incidents) => readActionsIn(reads, incidents, ['PROPOSED', 'APPROVED']),
      ({ incident }) => incident,
    ),
  );

  constructor(private readonly targets: TargetsService) {}

  /** Those of an incident that wait to be started, oldest first. */
  proposals(context: OperationContext, incident: string): Promise<readonly ActionView[]> {
    return this.proposalsOf(context).load(incident);
  }

  /** Those that claim a target now, in real incidents or in drills, a part of it, or what it is a part of. */
  async claims(
    { reads }: OperationContext,
    target: string,
    drills: boolean,
  ): Promise<readonly ActionView[]> {
    const mode = drills ? 'DRILL' : 'REAL';
    return readClaims(reads, await this.targets.pastNamesOf(reads, target), mode);
  }

  /** What was done to a target, by any of its names, newest first. */
  async history(
    context: OperationContext,
    target: string,
    page: Page,
  ): Promise<Connection<ActionView>> {
    const { same } = await this.targets.pastNamesOf(context.reads, target);
    return this.list(context, { targets: same }, page);
  }

  /** Newest first. */
  async list(
    { reads }: OperationContext,
    where: ActionFilter,
    page: Page,
  ): Promise<Connection<ActionView>> {
    const kind = `actions ${where.incident ?? ''} ${where.targets?.[0] ?? ''}`;
    const beyond =
      page.cursor === undefined
        ? undefined
        : decodePageCursor(kind, page.cursor, page.cursorPath, ['string', 'string']);
    const { backward, limit } = page;
    const rows = await listActions(reads, where, { beyond, backward, limit: limit + 1 });
    return connectionFrom(rows, page, ({ beganAt, id }) => encodePageCursor(kind, [beganAt, id]));
  }
}

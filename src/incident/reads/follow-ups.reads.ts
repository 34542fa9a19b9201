import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DirectoryService } from '../../organization/directory.service.js';
import type { Connection } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { decodePageCursor, encodePageCursor } from '../../platform/graphql/cursor.js';
import { NodeLoaders } from '../../platform/graphql/node-loaders.js';
import { connectionFrom, type Page } from '../../platform/graphql/page.js';
import { perOperation, rowLoader } from '../../platform/graphql/per-operation.js';
import * as queries from '../views/follow-ups.query.js';
import type { FollowUpFilter, FollowUpView } from '../views/follow-ups.query.js';

/** Follow-ups: by id, as nodes, by name in sentences, and in lists. */
@Injectable()
export class FollowUpsReads implements OnModuleInit {
  private readonly followUps = perOperation(({ reads }) =>
    rowLoader(
      (ids) => queries.readFollowUps(reads, ids),
      ({ id }) => id,
    ),
  );

  constructor(
    private readonly directory: DirectoryService,
    private readonly nodes: NodeLoaders,
  ) {}

  onModuleInit(): void {
    this.directory.register('fol', queries.readFollowUpNames);
    this.nodes.register('fol', {
      typeOf: () => 'FollowUp',
      load: async (ids, { reads }) =>
        new Map((await queries.readFollowUps(reads, ids)).map((one) => [one.id, one])),
    });
  }

  /** As it stands now, also after a command of the same operation. */
  byId(context: OperationContext, id: string): Promise<FollowUpView | null> {
    return this.followUps(context).load(id);
  }

  /** What should be done first comes first, and what has no time last. */
  async list(
    { reads }: OperationContext,
    where: FollowUpFilter,
    page: Page,
  ): Promise<Connection<FollowUpView>> {
    const kind = `follow-ups ${where.incident ?? ''}`;
    const { cursor, cursorPath, backward, limit } = page;
    const beyond =
      cursor === undefined
        ? undefined
        : decodePageCursor(kind, cursor, cursorPath, ['string', 'string']);
    const stretch = { beyond, backward, limit: limit + 1 };
    const rows = await queries.listFollowUps(reads, where, stretch);
    return connectionFrom(rows, page, ({ dueAt, id }) =>
      encodePageCursor(kind, [dueAt ?? 'infinity', id]),
    );
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import DataLoader from 'dataloader';
import { DirectoryService } from '../../organization/directory.service.js';
import type { Connection } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { decodePageCursor, encodePageCursor } from '../../platform/graphql/cursor.js';
import { NodeLoaders } from '../../platform/graphql/node-loaders.js';
import { connectionFrom, type Page } from '../../platform/graphql/page.js';
import * as queries from '../views/follow-ups.query.js';
import type { FollowUpFilter, FollowUpView } from '../views/follow-ups.query.js';

type Loader = DataLoader<string, FollowUpView | null>;

/** Follow-ups: by id, as nodes, by name in sentences, and in lists. */
@Injectable()
export class FollowUpsReads implements OnModuleInit {
  private readonly loaders = new WeakMap<OperationContext, Loader>();

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
    const loader = this.loaders.get(context) ?? loaderOf(context);
    this.loaders.set(context, loader);
    return loader.load(id);
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

const loaderOf = ({ reads }: OperationContext): Loader =>
  new DataLoader(
    async (ids) => {
      const found = await queries.readFollowUps(reads, ids);
      const byId = new Map(found.map((one) => [one.id, one]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    { cache: false },
  );

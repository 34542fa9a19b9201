import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DirectoryService } from '../../organization/directory.service.js';
import type { Connection } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { decodePageCursor, encodePageCursor } from '../../platform/graphql/cursor.js';
import { NodeLoaders } from '../../platform/graphql/node-loaders.js';
import { connectionFrom, type Page } from '../../platform/graphql/page.js';
import { perOperation, rowLoader } from '../../platform/graphql/per-operation.js';
import type { HelpState } from '../domain/help/choices.js';
import { readHelp, readHelpNames, readHelpPage, type HelpView } from '../views/help.query.js';

/** Requests for help: by id, as nodes, by name in sentences, and those of an incident. */
@Injectable()
export class HelpReads implements OnModuleInit {
  private readonly helpOf = perOperation(({ reads }) =>
    rowLoader(
      (ids) => readHelp(reads, ids),
      ({ id }) => id,
    ),
  );

  constructor(
    private readonly directory: DirectoryService,
    private readonly nodes: NodeLoaders,
  ) {}

  onModuleInit(): void {
    this.directory.register('hlp', readHelpNames);
    this.nodes.register('hlp', {
      typeOf: () => 'Help',
      load: async (ids, { reads }) =>
        new Map((await readHelp(reads, ids)).map((help) => [help.id, help])),
    });
  }

  /** As it stands now, also after a command of the same operation. */
  byId(context: OperationContext, id: string): Promise<HelpView | null> {
    return this.helpOf(context).load(id);
  }

  /** What is not over first; both parts in the order in which they were requested. */
  async list(
    { reads }: OperationContext,
    incident: string,
    states: readonly HelpState[] | undefined,
    page: Page,
  ): Promise<Connection<HelpView>> {
    const kind = `help ${incident}`;
    const { cursor, cursorPath, backward, limit } = page;
    const beyond =
      cursor === undefined
        ? ([backward ? 2 : -1, 0] as const)
        : decodePageCursor(kind, cursor, cursorPath, ['number', 'number']);
    const stretch = { states, beyond, backward, limit: limit + 1 };
    const rows = await readHelpPage(reads, incident, stretch);
    return connectionFrom(rows, page, ({ state, nth }) =>
      encodePageCursor(kind, [state === 'RELEASED' ? 1 : 0, nth]),
    );
  }
}

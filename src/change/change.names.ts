import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DirectoryService } from '../organization/directory.service.js';
import { NodeLoaders } from '../platform/graphql/node-loaders.js';
import { ChangeReads } from './change.reads.js';
import { changeNames } from './views/changes.query.js';

/** Makes changes known by their ids: as nodes, and by name in sentences. */
@Injectable()
export class ChangeNames implements OnModuleInit {
  constructor(
    private readonly directory: DirectoryService,
    private readonly nodes: NodeLoaders,
    private readonly reads: ChangeReads,
  ) {}

  onModuleInit(): void {
    this.directory.register('chg', changeNames);
    this.nodes.register('chg', {
      typeOf: () => 'Change',
      load: async (ids, context) => {
        const asked = await Promise.all(ids.map((id) => this.reads.byId(context, id)));
        const found = asked.filter((change) => change !== null);
        return new Map(found.map((change) => [change.id, change]));
      },
    });
  }
}

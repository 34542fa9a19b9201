import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DirectoryService } from '../organization/directory.service.js';
import { NodeLoaders } from '../platform/graphql/node-loaders.js';
import { PlaybookReads } from './playbook.reads.js';
import { playbookNames } from './views/playbooks.query.js';

/** Makes playbooks known by their ids: as nodes, and by name in sentences. */
@Injectable()
export class PlaybookNames implements OnModuleInit {
  constructor(
    private readonly directory: DirectoryService,
    private readonly nodes: NodeLoaders,
    private readonly reads: PlaybookReads,
  ) {}

  onModuleInit(): void {
    this.directory.register('pbk', playbookNames);
    this.nodes.register('pbk', {
      typeOf: () => 'Playbook',
      load: async (ids, context) => {
        const asked = await Promise.all(ids.map((id) => this.reads.byId(context, id)));
        const found = asked.filter((playbook) => playbook !== null);
        return new Map(found.map((playbook) => [playbook.id, playbook]));
      },
    });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DirectoryService } from '../organization/directory.service.js';
import { NodeLoaders } from '../platform/graphql/node-loaders.js';
import { readActionNames } from './views/actions.query.js';
import { readReferences } from './views/references.query.js';
import { IncidentReads } from './reads/incident.reads.js';

/** Makes incidents and actions known by their ids: as nodes, and by name in sentences. */
@Injectable()
export class IncidentNames implements OnModuleInit {
  constructor(
    private readonly directory: DirectoryService,
    private readonly nodes: NodeLoaders,
    private readonly reads: IncidentReads,
  ) {}

  onModuleInit(): void {
    this.directory.register('act', readActionNames);
    this.directory.register('inc', readReferences);
    this.nodes.register('inc', {
      typeOf: () => 'Incident',
      load: (ids, context) => byId(ids.map((id) => this.reads.byId(context, id))),
    });
    this.nodes.register('act', {
      typeOf: () => 'Action',
      load: (ids, context) => byId(ids.map((id) => this.reads.action(context, id))),
    });
  }
}

const byId = async <T extends { readonly id: string }>(
  asked: readonly Promise<T | null>[],
): Promise<ReadonlyMap<string, T>> => {
  const found = (await Promise.all(asked)).filter((one) => one !== null);
  return new Map(found.map((one) => [one.id, one]));
};

import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { OperationContext } from '../../platform/graphql/context.js';
import { readReferencesOf, type ReferenceView } from '../views/external-references.query.js';

type Loader = DataLoader<string, readonly ReferenceView[]>;

/** What is bound to incidents, in one query per batch; never kept, for a command may change it. */
@Injectable()
export class ExternalReferenceReads {
  private readonly loaders = new WeakMap<OperationContext, Loader>();

  of(context: OperationContext, incident: string): Promise<readonly ReferenceView[]> {
    const loader = this.loaders.get(context) ?? loaderOf(context);
    this.loaders.set(context, loader);
    return loader.load(incident);
  }
}

const loaderOf = ({ reads }: OperationContext): Loader =>
  new DataLoader(
    async (incidents) => {
      const found = await readReferencesOf(reads, incidents);
      const byIncident = Map.groupBy(found, ({ incident }) => incident);
      return incidents.map((incident) => byIncident.get(incident) ?? []);
    },
    { cache: false },
  );

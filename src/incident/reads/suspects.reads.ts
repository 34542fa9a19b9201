import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import type { OperationContext } from '../../platform/graphql/context.js';
import { listLoader, perOperation } from '../../platform/graphql/per-operation.js';
import type { SuspectStatus } from '../domain/suspects/choices.js';
import { IncidentReads } from './incident.reads.js';
import type { IncidentView } from '../incident.view.js';
import { incidentsOfChanges } from '../views/links.query.js';
import { nearestSuspects, suspectOf, type SuspectView } from '../views/suspects.query.js';

const mostListed = 50;
const usualStatuses: readonly SuspectStatus[] = ['SUSPECT', 'CLEARED', 'IMPLICATED'];

/** What is read of the changes that are linked to incidents. */
@Injectable()
export class SuspectsReads {
  private readonly byStatus = perOperation(
    () => new Map<string, DataLoader<string, readonly SuspectView[]>>(),
  );
  private readonly incidents = perOperation(({ reads }) =>
    listLoader(
      (changes) => incidentsOfChanges(reads, changes, mostListed),
      ({ change }) => change,
    ),
  );

  constructor(private readonly reads: IncidentReads) {}

  /** The nearest first, at most 50; without what was unlinked, unless that is asked for. */
  nearest(
    context: OperationContext,
    incident: string,
    statuses: readonly SuspectStatus[] = usualStatuses,
  ): Promise<readonly SuspectView[]> {
    const { reads } = context;
    const loaders = this.byStatus(context);
    const loader =
      loaders.get(statuses.join()) ??
      listLoader(
        (incidents) => nearestSuspects(reads, incidents, statuses, mostListed),
        (suspect) => suspect.incident,
      );
    loaders.set(statuses.join(), loader);
    return loader.load(incident);
  }

  /** As it stands after a command of the same operation. */
  async now(
    { reads }: OperationContext,
    incident: string,
    change: string,
  ): Promise<SuspectView | null> {
    return (await suspectOf(reads, incident, change)) ?? null;
  }

  /** The incidents that a change is linked to, of those that the viewer sees. */
  async incidentsOf(context: OperationContext, change: string): Promise<readonly IncidentView[]> {
    const links = await this.incidents(context).load(change);
    const found = await Promise.all(
      links.map(({ incident }) => this.reads.byId(context, incident)),
    );
    return found.filter((incident) => incident !== null);
  }
}

import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { OperationContext } from '../../platform/graphql/context.js';
import type { SuspectStatus } from '../domain/suspects/choices.js';
import { IncidentReads } from './incident.reads.js';
import type { IncidentView } from '../incident.view.js';
import { incidentsOfChanges } from '../views/links.query.js';
import { nearestSuspects, suspectOf, type SuspectView } from '../views/suspects.query.js';

const mostListed = 50;
const usualStatuses: readonly SuspectStatus[] = ['SUSPECT', 'CLEARED', 'IMPLICATED'];

type Loader<T> = DataLoader<string, readonly T[]>;

/** What is read of the changes that are linked to incidents. */
@Injectable()
export class SuspectsReads {
  private readonly suspects = new WeakMap<OperationContext, Map<string, Loader<SuspectView>>>();
  private readonly incidents = new WeakMap<OperationContext, Loader<string>>();

  constructor(private readonly reads: IncidentReads) {}

  /** The nearest first, at most 50; without what was unlinked, unless that is asked for. */
  nearest(
    context: OperationContext,
    incident: string,
    statuses: readonly SuspectStatus[] = usualStatuses,
  ): Promise<readonly SuspectView[]> {
    const byStatus = this.suspects.get(context) ?? new Map<string, Loader<SuspectView>>();
    this.suspects.set(context, byStatus);
    const kind = statuses.join();
    const loader = byStatus.get(kind) ?? suspectsLoader(context, statuses);
    byStatus.set(kind, loader);
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
    const loader = this.incidents.get(context) ?? incidentsLoader(context);
    this.incidents.set(context, loader);
    const ids = await loader.load(change);
    const found = await Promise.all(ids.map((id) => this.reads.byId(context, id)));
    return found.filter((incident) => incident !== null);
  }
}

/** Not cached: a command of the same operation may have changed them. */
const suspectsLoader = ({ reads }: OperationContext, statuses: readonly SuspectStatus[]) =>
  new DataLoader<string, readonly SuspectView[]>(
    async (ids) => {
      const found = await nearestSuspects(reads, ids, statuses, mostListed);
      const byIncident = Map.groupBy(found, ({ incident }) => incident);
      return ids.map((id) => byIncident.get(id) ?? []);
    },
    { cache: false },
  );

const incidentsLoader = ({ reads }: OperationContext) =>
  new DataLoader<string, readonly string[]>(async (changes) => {
    const byChange = Map.groupBy(
      await incidentsOfChanges(reads, changes, mostListed),
      ({ change }) => change,
    );
    return changes.map((id) => (byChange.get(id) ?? []).map(({ incident }) => incident));
  });

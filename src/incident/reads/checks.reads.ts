import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { nextCheck } from '../domain/checks/state.js';
import type { IncidentView } from '../incident.view.js';
import { readChecks, type CheckView } from '../views/checks.query.js';

type Incident = Pick<IncidentView, 'id' | 'checks'>;
type Checks = ReadonlyMap<string, CheckView>;

/** What is read of checks: one query per operation, and one more after each command in it. */
@Injectable()
export class ChecksReads {
  private readonly loaders = new WeakMap<OperationContext, DataLoader<string, Checks>>();

  async ofIncident(context: OperationContext, { id, checks }: Incident): Promise<CheckView[]> {
    const known = await this.load(context, id);
    return checks.flatMap(({ check }) => known.get(check) ?? []);
  }

  async one(context: OperationContext, { id }: Incident, check: string): Promise<CheckView | null> {
    return (await this.load(context, id)).get(check) ?? null;
  }

  /** The first in order that nobody has completed or skipped. */
  async next(context: OperationContext, incident: Incident): Promise<CheckView | null> {
    const next = nextCheck(incident);
    return next ? this.one(context, incident, next.check) : null;
  }

  /** Nothing is kept: a later mutation of the operation may have changed it. */
  private load(context: OperationContext, incident: string): Promise<Checks> {
    const { reads } = context;
    const loader =
      this.loaders.get(context) ??
      new DataLoader<string, Checks>((ids) => loadChecks(reads, ids), { cache: false });
    this.loaders.set(context, loader);
    return loader.load(incident);
  }
}

const loadChecks = async (reads: ReadSession, incidents: readonly string[]): Promise<Checks[]> => {
  const found = Map.groupBy(await readChecks(reads, incidents), ({ incident }) => incident);
  return incidents.map((id) => new Map((found.get(id) ?? []).map((one) => [one.check, one])));
};

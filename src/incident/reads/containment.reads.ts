import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import type { Attempt, Suspect } from '../domain/containment/suggest.js';
import { readAttemptsIn } from '../views/attempts-in.query.js';
import { nearestSuspects } from '../views/suspects.query.js';

type Loaders = {
  readonly attempts: DataLoader<string, readonly Attempt[]>;
  readonly suspects: DataLoader<string, readonly Suspect[]>;
};

/** What there is to know of an incident for containing it, one query per kind of thing. */
@Injectable()
export class ContainmentReads {
  private readonly loaders = new WeakMap<OperationContext, Loaders>();

  /** Oldest first. */
  attempts(context: OperationContext, incident: string): Promise<readonly Attempt[]> {
    return this.of(context).attempts.load(incident);
  }

  suspects(context: OperationContext, incident: string): Promise<readonly Suspect[]> {
    return this.of(context).suspects.load(incident);
  }

  private of(context: OperationContext): Loaders {
    const known = this.loaders.get(context);
    if (known) return known;
    const { reads } = context;
    const loaders: Loaders = {
      attempts: new DataLoader((ids) => loadAttempts(reads, ids), { cache: false }),
      suspects: new DataLoader((ids) => loadSuspects(reads, ids), { cache: false }),
    };
    this.loaders.set(context, loaders);
    return loaders;
  }
}

const loadAttempts = async (reads: ReadSession, incidents: readonly string[]) => {
  const found = Map.groupBy(await readAttemptsIn(reads, incidents), ({ incident }) => incident);
  return incidents.map((incident) => found.get(incident) ?? []);
};

const mostSuspects = 10;

const loadSuspects = async (reads: ReadSession, incidents: readonly string[]) => {
  const suspected = ['SUSPECT', 'IMPLICATED'] as const;
  const nearest = await nearestSuspects(reads, incidents, suspected, mostSuspects);
  const found = Map.groupBy(nearest, ({ incident }) => incident);
  return incidents.map((incident) => (found.get(incident) ?? []) as readonly Suspect[]);
};

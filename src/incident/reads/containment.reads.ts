import { Injectable } from '@nestjs/common';
import type { OperationContext } from '../../platform/graphql/context.js';
import { listLoader, perOperation } from '../../platform/graphql/per-operation.js';
import type { Attempt, Suspect } from '../domain/containment/suggest.js';
import { readAttemptsIn } from '../views/attempts-in.query.js';
import { nearestSuspects } from '../views/suspects.query.js';

const mostSuspects = 10;

/** What there is to know of an incident for containing it, one query per kind of thing. */
@Injectable()
export class ContainmentReads {
  private readonly attemptsOf = perOperation(({ reads }) =>
    listLoader(
      (incidents) => readAttemptsIn(reads, incidents),
      ({ incident }) => incident,
    ),
  );
  private readonly suspectsOf = perOperation(({ reads }) =>
    listLoader(
      (incidents) => nearestSuspects(reads, incidents, ['SUSPECT', 'IMPLICATED'], mostSuspects),
      ({ incident }) => incident,
    ),
  );

  /** Oldest first. */
  attempts(context: OperationContext, incident: string): Promise<readonly Attempt[]> {
    return this.attemptsOf(context).load(incident);
  }

  async suspects(context: OperationContext, incident: string): Promise<readonly Suspect[]> {
    return (await this.suspectsOf(context).load(incident)) as readonly Suspect[];
  }
}
